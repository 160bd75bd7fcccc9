import { LocatorLabel as LocatorLabels } from '../src/store/generated/enums.ts';
import { builder } from './builder.ts';

export const LocatorLabel = builder.enumType('LocatorLabel', {
  description: 'What a number inside a source counts: the locators of CSL 1.0.2.',
  values: Object.values(LocatorLabels),
});

import type { CreatorRole } from '../../../store/generated/enums.ts';
import { literalName } from '../../csl/names-from-csl.ts';
import type { SourceCreator } from '../../source.ts';

/** Names in RIS are `Family, Given, Suffix`; particles stand where they are spoken. */
export function writeRisName(name: SourceCreator): string {
  if (name.literal !== null) return name.literal;
  const family = [name.nonDroppingParticle, name.family];
  const given = [name.given, name.droppingParticle];
  const parts = [family, given].map((part) => part.filter((one) => one !== null).join(' '));
  if (name.suffix !== null) return [...parts, name.suffix].join(', ');
  return parts.filter((part) => part !== '').join(', ');
}

/** Of a name in one word, that is its family name; of one in several without a comma nobody knows the parts. */
export function readRisName(role: CreatorRole, text: string): SourceCreator | null {
  const [family = '', given = '', ...suffix] = text.split(',').map((part) => part.trim());
  if (family === '' || (given === '' && suffix.length === 0 && /\s/.test(family)))
    return literalName(role, text.trim());
  return {
    role,
    family,
    given: given || null,
    droppingParticle: null,
    nonDroppingParticle: null,
    suffix: suffix.join(', ') || null,
    literal: null,
  };
}

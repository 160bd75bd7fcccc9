import { z } from 'zod';
import { givenWords } from '../../given-words.ts';
import { CreatorRole } from '../../store/generated/enums.ts';
import { sourceLimits as limits } from './limits.ts';
import { oneLine } from './text-input.ts';

const part = oneLine(
  givenWords(limits.name, "A part of a creator's name"),
  "A part of a creator's name",
).nullable();

/** Validates a person or a body: a name in one piece, or a family name with what else is known. */
const creator = z
  .object({
    role: z.enum(CreatorRole, {
      error: `The role of a creator is none of ${Object.values(CreatorRole).join(', ')}; give one of these.`,
    }),
    family: part,
    given: part,
    droppingParticle: part,
    nonDroppingParticle: part,
    suffix: part,
    literal: part,
  })
  .superRefine(({ literal, family, given, droppingParticle, nonDroppingParticle, suffix }, context) => {
    if (literal === null && family === null)
      context.addIssue('A creator has no name; give `family` with what else is known, or `literal`.');
    const parts = [family, given, droppingParticle, nonDroppingParticle, suffix];
    if (literal !== null && parts.some((one) => one !== null))
      context.addIssue(
        `The creator "${literal.slice(0, 60)}" has parts of a name besides \`literal\`; give \`literal\` alone, or the parts.`,
      );
  });

/** Validates all who had a part in a source. */
export const creatorsInput = z
  .array(creator)
  .max(limits.creators, `There are more than ${limits.creators} creators; leave some out.`);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityUrl, checkAuthority } from '../../../src/entities/registry/authorities.ts';
import { gndCheckCharacter, mod112CheckCharacter } from '../../../src/entities/registry/check-digits.ts';
import { InputInvalid } from '../../../src/problem.ts';
import { AuthorityScheme } from '../../../src/store/generated/enums.ts';
import { webUrl } from '../../../src/web-url.ts';

const value = (scheme: AuthorityScheme, given: string) => checkAuthority({ scheme, value: given }).value;

/** What each scheme makes of what people paste. */
const accepted: [AuthorityScheme, string, string][] = [
  ['WIKIDATA', 'Q35314', 'Q35314'],
  ['WIKIDATA', ' q35314 ', 'Q35314'],
  ['WIKIDATA', 'https://www.wikidata.org/wiki/Q35314', 'Q35314'],
  ['WIKIDATA', 'http://www.wikidata.org/entity/Q35314', 'Q35314'],
  ['WIKIDATA', 'https://m.wikidata.org/wiki/Q35314?uselang=de#sitelinks', 'Q35314'],
  ['WIKIDATA', 'wd:Q35314', 'Q35314'],
  ['WIKIDATA', 'Wikidata: Q35314', 'Q35314'],
  ['VIAF', 'https://viaf.org/viaf/96992055/', '96992055'],
  ['VIAF', 'VIAF 96992055', '96992055'],
  ['VIAF', '8676159477848800490000', '8676159477848800490000'],
  ['GEONAMES', 'https://www.geonames.org/524901/moscow.html', '524901'],
  ['GEONAMES', 'https://sws.geonames.org/524901/', '524901'],
  ['ISNI', '0000 0001 2103 2683', '0000000121032683'],
  ['ISNI', 'ISNI: 0000-0001-2103-2683', '0000000121032683'],
  ['ISNI', 'https://isni.org/isni/0000000121032683', '0000000121032683'],
  ['ISNI', '000000012146438x', '000000012146438X'],
  ['LCNAF', 'n79021164', 'n79021164'],
  ['LCNAF', 'n  79021164', 'n79021164'],
  ['LCNAF', 'n 79-21164', 'n79021164'],
  ['LCNAF', 'no2007-12345', 'no2007012345'],
  ['LCNAF', 'https://id.loc.gov/authorities/names/n79021164.html', 'n79021164'],
  ['LCNAF', 'http://id.loc.gov/authorities/subjects/sh85033169', 'sh85033169'],
  ['GND', '118540238', '118540238'],
  ['GND', '(DE-588)118540238', '118540238'],
  ['GND', 'https://d-nb.info/gnd/101115658x', '101115658X'],
  ['GND', 'GND 4066009-6', '4066009-6'],
  ['GND', '2001630-X', '2001630-X'],
  ['GND', '300107153', '300107153'],
];

const refused: [AuthorityScheme, string][] = [
  ['WIKIDATA', 'Q0'],
  ['WIKIDATA', 'Q012'],
  ['WIKIDATA', 'P31'],
  ['WIKIDATA', 'L99'],
  ['WIKIDATA', 'Q1234567890123'],
  ['WIKIDATA', 'https://example.org/wiki/Q35314'],
  ['WIKIDATA', 'https://www.wikidata.org/wiki/Q35314x'],
  ['WIKIDATA', "Q1'; DROP TABLE entity; --"],
  ['WIKIDATA', 'Q1\u0000'],
  ['WIKIDATA', ''],
  ['VIAF', '0'],
  ['VIAF', 'https://www.wikidata.org/wiki/Q35314'],
  ['GEONAMES', 'Moscow'],
  ['ISNI', '0000 0001 2103 2684'],
  ['ISNI', '0000000000000000'],
  ['ISNI', '000000012103268'],
  ['LCNAF', '79021164'],
  ['LCNAF', 'x79021164'],
  ['LCNAF', 'n1979021164'],
  ['GND', '118540239'],
  ['GND', '4066009-7'],
  ['GND', '40660096'],
  ['GND', `${'1'.repeat(10_000)}`],
];

describe('an authority', () => {
  it.each(accepted)('%s takes %j as %s', (scheme, given, form) => {
    expect(value(scheme, given)).toBe(form);
    expect(value(scheme, form)).toBe(form);
    expect(value(scheme, authorityUrl({ scheme, value: form }))).toBe(form);
  });

  it.each(refused)('%s refuses %j', (scheme, given) => {
    expect(() => value(scheme, given)).toThrow(InputInvalid);
  });

  it('is refused in one sentence that says what to do', () => {
    expect(() => value('WIKIDATA', 'Stalin')).toThrow(
      '"Stalin" is not a Wikidata id; give one such as Q35314.',
    );
    expect(() => value('ISNI', '0000 0001 2103 2684')).toThrow(/its last character does not fit/);
  });

  it('takes or refuses whatever text there is, and what it takes it takes again and links', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(AuthorityScheme)),
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(n|sh|Q|ISNI )?[0-9 X-]{1,20}$/)),
        (scheme, given) => {
          const outcome = attempt(() => value(scheme, given));
          if (outcome === null) return;
          expect(value(scheme, outcome)).toBe(outcome);
          expect(webUrl(authorityUrl({ scheme, value: outcome }))).not.toBeNull();
        },
      ),
    );
  });

  it('with a check digit notices any one wrong digit and any two neighbours exchanged', () => {
    const digits = (length: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(digits(15), fc.nat(14), fc.integer({ min: 1, max: 9 }), (all, at, shift) => {
        const whole = all.join('') + mod112CheckCharacter(all.join(''));
        expect(value('ISNI', whole)).toBe(whole);
        const wrong = [...whole];
        wrong[at] = String((Number(wrong[at]) + shift) % 10);
        expect(() => value('ISNI', wrong.join(''))).toThrow(InputInvalid);
        if (at < 14 && whole[at] !== whole[at + 1]) {
          const exchanged = [...whole];
          [exchanged[at], exchanged[at + 1]] = [whole[at + 1] ?? '', whole[at] ?? ''];
          expect(() => value('ISNI', exchanged.join(''))).toThrow(InputInvalid);
        }
      }),
    );
    fc.assert(
      fc.property(
        digits(7),
        fc.nat(6),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (all, at, shift, old) => {
          const bare = old ? `4${all.slice(1).join('')}` : `1${all.join('')}`;
          const whole = bare + (old ? '-' : '') + gndCheckCharacter(bare, old);
          expect(value('GND', whole)).toBe(whole);
          const place = at === 0 ? 1 : at;
          const wrong = [...whole];
          wrong[place] = String((Number(wrong[place]) + shift) % 10);
          expect(() => value('GND', wrong.join(''))).toThrow(InputInvalid);
        },
      ),
    );
  });
});

function attempt(action: () => string): string | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof InputInvalid) return null;
    throw error;
  }
}

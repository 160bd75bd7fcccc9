import { InputInvalid } from '../../problem.ts';
import type { AuthorityScheme } from '../../store/generated/enums.ts';
import { excerpt } from '../../text/excerpt.ts';
import type { EntityAuthority } from '../entity.ts';
import { gndCheckCharacter, mod112CheckCharacter } from './check-digits.ts';
import { entityLimits } from './limits.ts';

interface Registry {
  /** As a message calls its numbers: "a Wikidata id". */
  name: string;
  example: string;
  /** A page or URI of the registry; the group is the number. */
  address: RegExp;
  /** What may stand before a number that is not in a URL. */
  label: RegExp;
  /** Brings what is written otherwise into the form. */
  tidy: (value: string) => string;
  form: RegExp;
  /** Whether the check digit is right; those without one have none of this. */
  checks?: (value: string) => boolean;
  /** Where a browser finds the entity. */
  url: (value: string) => string;
}

/** What may follow a number in a URL. */
const REST = '(?:[/.?#].*)?$';
const compact = (value: string): string => value.replace(/\s/g, '');

const registries: Record<AuthorityScheme, Registry> = {
  WIKIDATA: {
    name: 'a Wikidata id',
    example: 'Q35314',
    address: new RegExp(`^(?:https?://)?(?:www\\.|m\\.)?wikidata\\.org/(?:wiki|entity)/(Q\\d+)${REST}`, 'i'),
    label: /^(?:wikidata|wd)(?:\s*:\s*|\s+)/i,
    tidy: (value) => value.toUpperCase(),
    form: /^Q[1-9]\d{0,11}$/,
    url: (value) => `https://www.wikidata.org/wiki/${value}`,
  },
  VIAF: {
    name: 'a VIAF id',
    example: '96992055',
    address: new RegExp(`^(?:https?://)?(?:www\\.)?viaf\\.org/(?:[a-z]{2}/)?viaf/(\\d+)${REST}`, 'i'),
    label: /^viaf(?:\s*:\s*|\s+)/i,
    tidy: compact,
    form: /^[1-9]\d{0,21}$/,
    url: (value) => `https://viaf.org/viaf/${value}`,
  },
  GEONAMES: {
    name: 'a GeoNames id',
    example: '524901',
    address: new RegExp(`^(?:https?://)?(?:www\\.|sws\\.)?geonames\\.org/(\\d+)${REST}`, 'i'),
    label: /^geonames(?:\s*:\s*|\s+)/i,
    tidy: compact,
    form: /^[1-9]\d{0,9}$/,
    url: (value) => `https://www.geonames.org/${value}`,
  },
  ISNI: {
    name: 'an ISNI',
    example: '0000 0001 2103 2683',
    address: new RegExp(`^(?:https?://)?(?:www\\.)?isni\\.org/(?:isni/)?([\\dX %-]+?)${REST}`, 'i'),
    label: /^isni(?:\s*:\s*|\s+)/i,
    tidy: (value) => value.replace(/%20|[\s-]/g, '').toUpperCase(),
    form: /^\d{15}[\dX]$/,
    checks: (value) => mod112CheckCharacter(value.slice(0, -1)) === value.slice(-1),
    url: (value) => `https://isni.org/isni/${value}`,
  },
  LCNAF: {
    name: 'a Library of Congress authority number',
    example: 'n79021164',
    address: new RegExp(
      `^(?:https?://)?(?:www\\.)?id\\.loc\\.gov/authorities/(?:names|subjects)/([a-z]+\\d+)${REST}`,
      'i',
    ),
    label: /^(?:lcnaf|lccn|lc)(?:\s*:\s*|\s+)/i,
    tidy: lccn,
    form: /^(?:nb|nr|no|ns|n|sh)(?:\d{8}|20\d{8})$/,
    url: (value) =>
      `https://id.loc.gov/authorities/${value.startsWith('sh') ? 'subjects' : 'names'}/${value}`,
  },
  GND: {
    name: 'a GND number',
    example: '118540238',
    address: new RegExp(`^(?:https?://)?(?:www\\.)?d-nb\\.info/gnd/([\\dX-]+)${REST}`, 'i'),
    label: /^(?:gnd(?:\s*:\s*|\s+)|\(DE-588\)\s*)/i,
    tidy: (value) => compact(value).toUpperCase(),
    form: /^(?:1\d{7,9}[\dX]|3\d{7}[\dX]|[1-9]\d{0,7}-[\dX])$/,
    checks: (value) =>
      gndCheckCharacter(value.slice(0, -1).replace('-', ''), value.includes('-')) === value.slice(-1),
    url: (value) => `https://d-nb.info/gnd/${value}`,
  },
};

/**
 * A number of an authority file in the form in which that file writes it: given so, or as a URL of the file, or with its
 * name before, spaces, hyphens or other capitals.
 * @throws InputInvalid where it cannot be one; whether the file has such a number is not asked.
 */
export function checkAuthority({ scheme, value }: EntityAuthority): EntityAuthority {
  const { name, example, address, label, tidy, form, checks } = registries[scheme];
  const wrong = (): InputInvalid =>
    new InputInvalid(`"${excerpt(value)}" is not ${name}; give one such as ${example}.`);
  if (value.length > entityLimits.authority) throw wrong();
  const text = value.trim();
  const number = tidy(address.exec(text)?.[1] ?? text.replace(label, ''));
  if (!form.test(number)) throw wrong();
  if (checks?.(number) === false)
    throw new InputInvalid(
      `"${excerpt(value)}" is not ${name}, as its last character does not fit the digits before; look for a digit that was mistyped.`,
    );
  return { scheme, value: number };
}

/** The page on which the world's registry tells of an entity; the value is in its form. */
export function authorityUrl({ scheme, value }: EntityAuthority): string {
  return registries[scheme].url(value);
}

/**
 * The normalized form of a Library of Congress control number: without spaces; a serial number after a hyphen is filled
 * up with zeros to six digits. Source: https://www.loc.gov/marc/lccn-namespace.html.
 */
function lccn(value: string): string {
  const [prefix = '', serial] = compact(value).toLowerCase().split('-', 2);
  return serial === undefined ? prefix : prefix + serial.padStart(6, '0');
}

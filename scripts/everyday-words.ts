// Makes src/anchors/words/everyday/*.json: npm install --no-save cldr-annotations-full@48.2.0 && node scripts/run.js scripts/everyday-words.ts
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import { z } from 'zod';
import { displayNames } from '../src/anchors/words/display-names.ts';
import { packageFolder } from '../src/store/paths.ts';

interface Language {
  code: 'ar' | 'de';
  locale: unknown;
  /** A word as it is listed; null for what is none of the words wanted. */
  wordOf(text: string): string | null;
  /** Words that are names of peoples, faiths, money, newspapers or towns as well. */
  names: string;
}

const LANGUAGES: readonly Language[] = [
  {
    code: 'de',
    locale: allLocales.de,
    wordOf: (text) => (/^\p{Lu}\p{Ll}{2,}$/u.test(text) ? text : null),
    names:
      'Aborigines Afrika Afro Aladdin Aladin Alb Alien Allah Amerika Amor Anden Arktis Asien Atheist Austral Bergen Bibel Bild Bismarck Brontosaurus Buckingham Buddha ' +
      'Buddhismus Bundesliga Cent Christ Christen Christentum Claus Cruzeiro Cupido Daoismus Davidstern Dollar Dracula Elbe Elben Erde Euro Europa ' +
      'Fateh Fatima Franc Franken Frankfurter Fuji Golf Hindu Hinduismus Islam Jude Juden Judentum Jupiter Kaaba Khalsa Khanda Koran Kreml Krone Kronen Lira Mars ' +
      'Merkur Messi Mittag Mond Moslem Muslim Neptun Nordamerika Norden Nordosten Nordpol Nordwesten Oberon Osten Osterinsel Ostern Pennyweight Peso ' +
      'Pfennig Pfund Pinocchio Pinyin Pluto Pole Polen Poseidon Post Presse Renminbi Rial Rubel Rupie Santa Saturn Sherlock Shinto Sie Sikh Sikhismus Silvester Sonne ' +
      'Spesmilo Sputnik Sterling Stern Südamerika Süden Südosten Südwesten Superman Thora Titania Tokio Tokyo Tora Triton Uranus Vatikan Venus Welt Westen Won Yen York Yuan Zeit',
  },
  {
    code: 'ar',
    locale: allLocales.ar,
    wordOf(text) {
      const word = text.replace(/[\u064B-\u065F\u0670\u0640]/g, '').replace(/^ال/, '');
      return /^[\u0621-\u064A]{3,}$/.test(word) ? word : null;
    },
    names:
      'الله أسد إسلام أهرام إنجيل برج بوذا بيان توراة ثورة جزيرة جمهورية جنوب جنيه حياة خليج درهم دولار دينار رمضان روبل روبية روما رياض ريال ' +
      'زمن سهم شرق شروق شمال شمس صباح صليب عرب عربي عربية عين غرب فجر فرنك قدس قرآن قمر كعبة كويت ليرة مدينة مريخ مساء مسيح مسيحي مسيحية مسلم مشتري مصر مغرب ' +
      'ملك نهار نيل نور هلال هندوسي وطن ورد يابان يابانية ين يهودي يهودية يورو يوم يونان',
  },
];

const Annotations = z.object({
  annotations: z.object({
    annotations: z.record(
      z.string(),
      z.object({ default: z.array(z.string()).optional(), tts: z.array(z.string()).optional() }),
    ),
  }),
});

/** All the strings in the lists of names of a locale. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

for (const { code, locale, wordOf, names } of LANGUAGES) {
  const { person, location } = z.object({ person: z.unknown(), location: z.unknown() }).parse(locale);
  const known = [...stringsIn(person), ...stringsIn(location), ...displayNames(code, 'region')];
  const excluded = new Set(
    [...known, names].flatMap((text) => text.split(/[^\p{L}]+/u)).map((text) => wordOf(text) ?? ''),
  );
  const file = join(
    packageFolder,
    'node_modules/cldr-annotations-full/annotations',
    code,
    'annotations.json',
  );
  const { annotations } = Annotations.parse(JSON.parse(await readFile(file, 'utf8')));
  const words = Object.values(annotations.annotations)
    .flatMap(({ default: keywords = [], tts = [] }) => [...keywords, ...tts])
    .flatMap((text) => text.split(/[^\p{L}\p{M}\u0640-]+/u))
    .map(wordOf)
    .filter((word) => word !== null && !excluded.has(word));
  const listed = [...new Set(words)].sort();
  await writeFile(
    join(packageFolder, 'src/anchors/words/everyday', `${code}.json`),
    `${JSON.stringify({ words: listed.join(' ') }, null, 2)}\n`,
  );
  console.log(`${code}: ${listed.length} words`);
}

import { foldWord } from './fold-word.ts';

const LANGUAGES =
  'en fr de es it pt ru uk be bg pl el ar he nl sv da nb fi cs sk sl hr sr ro hu tr id fa hi ur th ko vi lt lv et'.split(
    ' ',
  );
const SHORT = 'jan feb mar apr jun jul aug sep oct nov dec'.split(' ');
const SHORT_DAYS = 'mon tue wed thu fri sat sun'.split(' ');
/** Cases that no formatter gives; the number is that of the day, Monday 1. */
const DAYS: Record<string, number> = {
  среду: 3,
  среды: 3,
  среде: 3,
  пятницу: 5,
  субботу: 6,
  середу: 3,
  суботу: 6,
};
/** Months of the Levant and the Maghreb beside the formatter's. */
const MONTHS: Record<string, string> = {
  m1: 'كانون جانفي يناير',
  m2: 'شباط فيفري فبراير',
  m3: 'آذار مارس',
  m4: 'نيسان أفريل أبريل إبريل',
  m5: 'أيار ماي مايو',
  m6: 'حزيران جوان يونيو',
  m7: 'تموز جويلية يوليو',
  m8: 'آب أوت أغسطس',
  m9: 'أيلول سبتمبر',
  m10: 'تشرين أكتوبر',
  m11: 'نوفمبر',
  m12: 'ديسمبر',
};
/** Names of months and days that are everyday words too, in English or in their own language. */
const EVERYDAY = new Set(
  'may march mar sat sun mon wed dec mars mai mart ocak pazar august среда среды среде среду середа sol dim mayo marzo pon ned maj'
    .split(' ')
    .map(foldWord),
);

let words: Map<string, string> | undefined;

/** The month ("m1" to "m12") or day of the week ("w1" to "w7") that a folded word names, in any of some 35 languages. */
export function dateOf(key: string): string | undefined {
  words ??= makeWords();
  const whole = words.get(key);
  if (whole !== undefined || !/^[\u0370-\u04FF]{4,}$/.test(key)) return whole;
  // Cases of Slavic and Greek names differ in their last letters alone.
  return words.get(`${key}*`) ?? words.get(`${key.slice(0, -1)}*`) ?? words.get(`${key.slice(0, -2)}*`);
}

/** Whether the folded name of a month or day says something everyday as well: may, march. */
export function isEverydayDate(key: string): boolean {
  return EVERYDAY.has(key);
}

function makeWords(): Map<string, string> {
  const made = new Map<string, string>();
  const enter = (word: string, value: string): void => {
    const key = foldWord(word).replace(/\.$/, '');
    if (key.length < 3 || /[\d\s]/.test(key)) return;
    const known = made.get(key);
    if (known === value) return;
    // Listopad is November in Czech and October in Croatian: the same as itself, and as no other.
    made.set(key, known === undefined ? value : `=${key}`);
    const stem = key.slice(0, -1);
    if (/^[\u0370-\u04FF]{4,}$/.test(stem) && !EVERYDAY.has(key)) made.set(`${stem}*`, value);
  };
  for (const [value, names] of Object.entries(MONTHS))
    for (const name of names.split(' ')) enter(name, value);
  for (const [name, day] of Object.entries(DAYS)) enter(name, `w${day}`);
  for (const language of LANGUAGES) {
    for (const [word, value] of namesIn(language)) enter(word, value);
    if (language !== 'en') continue;
    for (const [index, name] of SHORT.entries()) enter(name, `m${index < 4 ? index + 1 : index + 2}`);
    for (const [index, name] of SHORT_DAYS.entries()) enter(name, `w${index + 1}`);
    enter('sept', 'm9');
  }
  return made;
}

/** What the language's calendar calls months, alone and in a date, and days. */
function* namesIn(language: string): Generator<[string, string]> {
  const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  const dated = new Intl.DateTimeFormat(language, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  const weekday = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  for (let month = 0; month < 12; month += 1) {
    const date = new Date(Date.UTC(2024, month, 5));
    yield [alone.format(date), `m${month + 1}`];
    yield [dated.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '', `m${month + 1}`];
  }
  for (let day = 1; day <= 7; day += 1) {
    // The first of January 2024 was a Monday. Portuguese has "segunda-feira", Hebrew the number of the day.
    const name = weekday.format(new Date(Date.UTC(2024, 0, day)));
    yield [name.split('-')[0] ?? name, `w${day}`];
  }
}

import { foldWord } from './fold-word.ts';

/** Words that deny, by language; from grammars of each. Inflected forms are listed, as they replace each other freely. */
const LISTS = {
  en: 'not no non never none nor neither without cannot nobody nothing nowhere hardly scarcely barely',
  de: 'nicht nichts nie niemals niemand niemandem niemanden nirgends nirgendwo ohne weder nein kaum kein keine keinem keinen keiner keines keinerlei',
  fr: 'ne pas jamais sans aucun aucune ni non rien guère nul nulle',
  es: 'no nunca jamás sin ni ningún ninguno ninguna nadie nada tampoco',
  it: 'non mai senza né nessun nessuno nessuna niente nulla neanche nemmeno neppure',
  pt: 'não nunca sem nem nenhum nenhuma ninguém nada jamais',
  nl: 'niet geen nooit zonder niemand niets nergens noch',
  sv: 'inte icke ej aldrig ingen inget inga ingenting utan ikke ikkje aldri ingenting uten uden',
  fi: 'ei eivät emme ette älä koskaan ilman',
  hu: 'nem sem soha nincs nincsenek nélkül',
  ro: 'nu niciodată fără nimeni nici nimic',
  cs: 'ne není nejsou nikdy bez žádný žádná žádné nikdo nic nije nisu nikad nikada',
  pl: 'nie nigdy bez żaden żadna żadne żadnego żadnej nikt nic ani',
  tr: 'değil yok hayır asla',
  id: 'tidak bukan belum tanpa jangan',
  vi: 'không chưa chẳng đừng',
  ru: 'не ни нет нету без никогда нельзя никто никого ничто ничего никакой никакого никаких нигде никуда ниоткуда',
  uk: 'не ні немає нема без ніколи ніхто нікого нічого жоден жодна жодного жодної ніде',
  bg: 'не няма никога без никой нищо није нису нема',
  el: 'δεν δε μη μην όχι χωρίς δίχως ποτέ ούτε μήτε κανείς κανένας καμία κανένα τίποτα',
  ar: 'لا لم لن ليس ليست ليسوا لست لسنا غير بدون دون كلا أبدا ما عدم بلا نه نیست نبود نہیں',
  he: 'לא אין אל בלי ללא מעולם אינו אינה אינם אינן אינני איננו',
  hi: 'नहीं न मत बिना',
  th: 'ไม่ มิ ไร้ อย่า ไม่มี ไม่ใช่',
};
/** Words that deny in one language and say something everyday in another. */
const EVERYDAY: Record<string, string> = {
  en: 'sin mai pas ni ne nu ej mi nulla nada',
  de: 'ei nu ne mai no',
  nl: 'ei nu',
};
/** Forms of one word: a change from one to the other is grammar. */
const FORMS = /^(kein|niemand|aucun|ningun|nessun|nenhum|zadn|никак|жодн|καν|ليس|ل?ست|אינ|nirgend)/;
const HAN = /[不没沒無无未非否别別勿毋]/gu;
const HAN_WORDS =
  /特[别別]|分[别別]|[区區][别別]|[别別]人|[个個][别別]|[级級][别別]|性[别別]|[类類][别別]|判[别別]|告[别別]|非洲|非常|是否|未[来來]|[无無][论論]|不[仅僅]|不[过過]|不[断斷]|不久|不管|不同/gu;
/** Words that end as if they denied. */
const JAPANESE_WORDS =
  /[間ま]もなく|[程ほ]どなく|(?:少|すく|危|あぶ|切|せつ|幼|おさ|儚|はか|もったい)な[いく]/gu;
const JAPANESE = /ない|なかっ|なく|なけれ|ません|ざる|ぬ|ず(?=[、。にっ]|$)/gu;
const KOREAN = /[않없못]|아니|안$|지\s?말/u;

let words: Set<string> | undefined;
const everyday = new Map(
  Object.entries(EVERYDAY).map(([language, list]) => [language, new Set(list.split(' '))]),
);

/**
 * What a word denies with, or undefined when it does not deny.
 * @param key folded.
 * @param text as it stands; Hangul is told by its syllables.
 * @param language BCP 47; words that are everyday words in it do not count.
 */
export function negationOf(key: string, text: string, language?: string): string | undefined {
  words ??= new Set(Object.values(LISTS).flatMap((list) => list.split(' ').map(foldWord)));
  if (KOREAN.test(text)) return 'korean';
  const plain = words.has(key) ? key : key.replace(/^[وف](?=[^\s]{2})/, '');
  if (!words.has(plain)) return undefined;
  if (everyday.get(language?.slice(0, 2).toLowerCase() ?? '')?.has(plain)) return undefined;
  return FORMS.exec(plain)?.[0] ?? plain;
}

/** The characters that deny in a run of Han characters, in order, without those inside words such as 非洲. */
export function hanNegations(run: string): string[] {
  return run.replace(HAN_WORDS, ' ').match(HAN) ?? [];
}

/** How many endings that deny a Japanese text has. */
export function japaneseNegations(text: string): number {
  return text.replace(JAPANESE_WORDS, ' ').match(JAPANESE)?.length ?? 0;
}

const LATIN = /^(?:un|in|im|il|ir|dis|des|non|mis|miss|anti|de|a|an|ab|ne|nie|mal|counter|kontra|o|u)$/;
const OTHER = /^(?:не|ни|без|бес|анти|контр|недо|α|αν|αντι|παρα|μη|δυσ|لا|אי|בלתי|אנטי)$/;
/** The prefixes again, for words of which the rest has another form as well: νόμιμο and παράνομο. */
const FRONTS = 'не без бес анти αν αντι παρα δυσ un in im il ir dis non anti'.split(' ');

/** Whether one of two folded words is the other with something before it that denies: legal and illegal. */
export function deniesTheOther(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 3 && long.endsWith(short)) {
    const front = long.slice(0, long.length - short.length);
    if (OTHER.test(front)) return true;
    if (LATIN.test(front) && short.length >= (front.length === 1 ? 5 : 4)) return true;
  }
  return deniesWithOtherEnding(one, other) || deniesWithOtherEnding(other, one) || deniesInside(short, long);
}

/** Whether one word is a form of the other with a prefix that denies; short stems are too alike to tell. */
function deniesWithOtherEnding(denied: string, plain: string): boolean {
  return FRONTS.some((front) => {
    if (!denied.startsWith(front) || plain.startsWith(front)) return false;
    const rest = denied.slice(front.length);
    let common = 0;
    while (common < rest.length && rest[common] === plain[common]) common += 1;
    return common >= 3 && 2 * common >= Math.max(rest.length, plain.length);
  });
}

/** Turkish verbs deny inside: geldi, gelmedi. */
function deniesInside(short: string, long: string): boolean {
  if (!/^[a-z]+$/.test(long)) return false;
  if (long.length - short.length !== 2 || short.length < 4) return false;
  for (let at = 2; at < short.length; at += 1) {
    if (/^m[aeiu]$/.test(long.slice(at, at + 2)) && long.slice(0, at) + long.slice(at + 2) === short)
      return true;
  }
  return false;
}

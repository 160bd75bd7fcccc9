const ROMAN = /^(?=[MDCLXVI]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const HAN = /[〇零一二三四五六七八九十百千万萬亿億兆两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟半]+/gu;
/** Words in which a numeral counts nothing. */
const HAN_WORDS =
  /一[些样樣般起定直切旦致同边邊]|[统統唯同万萬]一|一方面|十分|百姓|[进進]一步|千万|零件|万一/gu;

const SINO_KOREAN = /^(?:제[일이삼사오육칠팔구십백천만억]+|[일이삼사오육칠팔구십백천만억]{2,})$/;

/** Whether a word is a Roman numeral of at least two letters, in capitals, or a Korean one of two syllables. */
export function isNumeral(text: string): boolean {
  return ROMAN.test(text) || SINO_KOREAN.test(text);
}

/** The numerals in a run of Han characters, in order, without those inside words such as 统一. */
export function hanNumerals(run: string): string[] {
  return run.replace(HAN_WORDS, ' ').match(HAN) ?? [];
}

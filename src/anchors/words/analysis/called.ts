/** What stands directly before or after the title of a work, or between the parts of a foreign name. */
const BESIDE = /[《〈『》〉』·・]/;
/** Within these alone a word is the title of something, or a name: 「劇場」, “长城”. */
const WITHIN = ['「」', '“”', '‘’', '＂＂', '""'];
/** What ships, trains, temples, brands, parties and companies are, and titles of people, written after the name. */
const KINDS =
  '公司 集团 集團 银行 銀行 饭店 飯店 酒店 医院 醫院 公园 公園 乐队 樂隊 小学 小學 中学 中學 大学 大學 学校 學校 高校 学院 学園 高中 ' +
  '日报 日報 时报 時報 新聞 周刊 出版社 先生 女士 小姐 老师 老師 同志 教授 博士 選手 議員 ちゃん さん くん';
const AFTER = new RegExp(`^(?:[号號丸寺牌队隊党黨社駅站君氏様]|${KINDS.replaceAll(' ', '|')})`);
/** What ends the names of faiths, peoples, parties, chambers, languages and schools of thought. */
const ENDINGS = /(?:.(?:教|族|派|党|黨|议院|議院|法院|裁|语|語|剧|劇|主义|主義)|[参衆众]院)$/;

/** Whether an everyday word of Chinese or Japanese is somebody's or something's name by where it stands or what it ends in. */
export function isCalledSo(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 1), start), text.slice(end)];
  return (
    BESIDE.test(before) ||
    BESIDE.test(after.slice(0, 1)) ||
    AFTER.test(after) ||
    WITHIN.some((pair) => before !== '' && before === pair[0] && after.startsWith(pair.slice(1))) ||
    ENDINGS.test(text.slice(start, end))
  );
}

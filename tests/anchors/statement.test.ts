import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords } from '../../src/anchors/statement.ts';

type Pair = [quote: string, words: string, language?: string];

const SAME: Record<string, Pair[]> = {
  'writing alone': [
    ['the  red house', 'the red\nhouse'],
    ['He said “yes” – twice', 'He said "yes" - twice'],
    ['the ﬁrst ﬂight', 'the first flight'],
    ['café society', 'cafe society'],
    ['THE RED HOUSE', 'the red house'],
    ['a com- munist party', 'a communist party'],
    ['a com\u00ADmunist party', 'a communist party'],
    ["it's Stalin's work", 'it’s Stalin’s work'],
    ['10 000 men', '10,000 men'],
    ['5 % of it', '5% of it'],
    ["they don't know", 'they do not know'],
    ["it can't be", 'it cannot be'],
    ['كِتَابٌ جديد', 'كتاب جديد'],
    ['عام ١٩٥٦', 'عام 1956'],
    ['всё хорошо', 'все хорошо'],
    ['ｆｕｌｌ ｗｉｄｔｈ', 'full width'],
    ['five men came', '5 men came'],
    ['on Jan. 5', 'on January 5'],
    ['', '...'],
  ],
  'slips of the pen': [
    ['the govermnent fell', 'the government fell'],
    ['Pytor spoke to them', 'Pyotr spoke to them'],
    ['Kruschev spoke to them', 'Khrushchev spoke to them'],
    ['they recieved it', 'they received it'],
    ['the Krernlin wall', 'the Kremlin wall'],
    ['the Krem1in wall', 'the Kremlin wall'],
    ['товарищ Хрушев сказал', 'товарищ Хрущев сказал'],
    ['Stallin died there', 'Stalin died there'],
  ],
  'other forms': [
    ['the work of Stalin', "the work of Stalin's"],
    ['работа Сталина', 'работа Сталину'],
    ['о Хрущёве и других', 'о Хрущёву и других'],
    ['he walks home', 'he walked home'],
    ['في الكتاب الجديد', 'في كتاب الجديد'],
    ['의사는 왔다', '의사가 왔다'],
    ['the Germans came', 'the German came'],
    ['3 января было', '3 январь было'],
  ],
  'everyday words': [
    ['the quick house', 'the slow house'],
    ['The house was red', 'A house was red'],
    ['In the house', 'At the house'],
    ['he came quickly', 'he came'],
    ['he came', 'he came very quickly'],
    ['the cult of personality', 'the worship of personality'],
    ['one house was red', 'house was red'],
    ['he may come', 'he will come'],
    ['When he came', 'After he came'],
    ['However, he came', 'Nevertheless, he came'],
    ['он быстро пришёл', 'он медленно пришёл'],
    ['Но он пришёл', 'И он пришёл'],
    ['το μεγάλο σπίτι', 'το μικρό σπίτι'],
    ['这是我的书', '这是我书'],
    ['这是我的书', '这是你的书'],
    ['good work 👍', 'good work 🎉'],
    ['good work 👍', 'good work'],
    ['die Regierung fiel', 'die Verwaltung fiel', 'de'],
    ['он пришёл. Но мы знали', 'он пришёл. Все мы знали'],
    ['he and I came', 'he and we came'],
    ['特别重要的书', '重要的书'],
    ['他们一起来', '他们来'],
    ['他很快来了', '他很快地来'],
    ['to be in one', 'on be at one'],
  ],
  'words of Chinese and Japanese that are no names': [
    ['美丽的房子已经卖掉', '美丽的住宅已经卖掉', 'zh'],
    ['他经常写信', '他时常写信', 'zh-Hans-CN'],
    ['这座房子很贵', '这座住宅很贵', 'zh'],
    ['写了一本小说出来', '写了一本故事出来', 'zh'],
    ['委员会收购了船只', '委员会购买了船只', 'zh'],
    ['他们修理了屋顶', '他们修复了屋顶', 'zh'],
    ['古い住宅が売られた', '古い家屋が売られた', 'ja'],
    ['彼は書物を購入した', '彼は書籍を買った', 'ja'],
    ['庭園を丁寧に説明した', '庭園を入念に説明した', 'ja-JP'],
    ['彼は間もなく来た', '彼はすぐに来た', 'ja'],
    ['美しい絵画である', 'きれいな絵画である', 'ja'],
  ],
  'German nouns without which an article stays': [
    ['Das Gebäude stand dort', 'Das stand dort', 'de'],
    ['Er sah ein Schiff, das kam', 'Er sah ein, das kam', 'de'],
    ['Er ging ins Haus zurück', 'Er ging ins zurück', 'de'],
    ['Er sah ein altes Gebäude dort', 'Er sah ein altes dort', 'de'],
    ['Er sah ein altes Gebäude dort', 'Er sah ein dort', 'de'],
  ],
  'German nouns that were misspelt': [
    ['Er sah das Dhpot dort', 'Er sah das Depot dort', 'de'],
    ['Sie legte es ins Zimmel zurück', 'Sie legte es ins Zimmer zurück', 'de'],
  ],
  'everyday nouns of German after articles': [
    ['Er sah das Haus dort', 'Er sah das Gebäude dort', 'de'],
    ['Er kam aus einem alten Haus', 'Er kam aus einem alten Gebäude', 'de'],
    ['Das sonderbare Papitr blieb', 'Das sonderbare Papier blieb', 'de'],
  ],
  'everyday words of Arabic that were misspelt': [
    ['إن المصنق هو الكبير', 'إن المصنع هو الكبير', 'ar'],
    ['كان السقو كبيرا', 'كان السوق كبيرا', 'ar'],
    ['كان القااب كبيرا', 'كان القارب كبيرا', 'ar'],
  ],
  'Arabic nouns of action': [
    ['وقد تم إغلاقه قريبا', 'وقد تم إقفاله قريبا', 'ar'],
    ['لم يتم وصفه', 'لم يتم تصويره', 'ar'],
  ],
};

const OTHER: Record<string, Pair[]> = {
  'other units': [
    ['take 5 mg daily', 'take 5 µg daily'],
    ['at 5 am sharp', 'at 5 pm sharp'],
  ],
  'other names': [
    ['Team Alpha reported', 'Team Beta reported'],
    ['Team Alpha reported', 'Team Omega reported'],
    ['a speech in Austria', 'a speech in Australia'],
    ['a speech in Iran', 'a speech in Iraq'],
    ['a speech in Slovakia', 'a speech in Slovenia'],
    ['a speech by Beria', 'a speech by Stalin'],
    ['Beria spoke', 'Stalin spoke'],
    ['he met Maria there', 'he met Mario there'],
    ['he met Roberta there', 'he met Roberto there'],
    ['he met Lenin there', 'he met Levin there'],
    ['Alice met Bob', 'Bob met Alice'],
    ['the leader spoke', 'Stalin spoke'],
    ['the man of Marx', 'the man'],
    ['plan A was good', 'plan B was good'],
    ['in Berlin', 'in Wien', 'de'],
    ['речь в Словакии', 'речь в Словении'],
    ['речь Ирана', 'речь Ирака'],
    ['речь Сталина', 'речь Берии'],
    ['встретил Ленина', 'встретил Левина'],
    ['στην Αθήνα', 'στην Σπάρτη'],
    ['في القاهرة', 'في بغداد'],
    ['בירושלים היה', 'בחיפה היה'],
    ['他在北京', '他在南京'],
    ['他在北京', '他在上海'],
    ['他在包海市', '他在海林市'],
    ['他在海南市', '他在南海市'],
    ['アメリカの話', 'イギリスの話'],
    ['他在北京工作', '他在上海工作', 'zh'],
    ['列宁发表了讲话', '斯大林发表了讲话', 'zh'],
    ['王建军写了一封信', '王国强写了一封信', 'zh'],
    ['李浩然来了', '李思源来了', 'zh'],
    ['苹果公司发布了报告', '联想公司发布了报告', 'zh'],
    ['他会说英语', '他会说法语', 'zh'],
    ['美国人来了', '中国人来了', 'zh'],
    ['价格是五美元', '价格是五欧元', 'zh'],
    ['彼は東京に住む', '彼は京都に住む', 'ja'],
    ['田中希望が来た', '田中未来が来た', 'ja'],
    ['直人は来た', '愛子は来た', 'ja'],
    ['出口さんが言った', '関口さんが言った', 'ja'],
    ['日本人が来た', '中国人が来た', 'ja'],
    ['彼は英語を話す', '彼は韓国語を話す', 'ja'],
    ['アマゾンが発表した', 'アップルが発表した', 'ja'],
    ['町へ行った', '村へ行った', 'ja'],
    ['自民党が勝った', '公明党が勝った', 'ja'],
    ['Er sah den Rhein dort', 'Er sah den Main dort', 'de'],
    ['Er sah den Dom', 'Er sah den Kölner Dom', 'de'],
    ['Die Merkel-Regierung kam', 'Die Regierung kam', 'de'],
    ['die Elbe und die Donau stiegen', 'die Donau stiegen', 'de'],
    ['In Lindau war er', 'In Landau war er', 'de'],
    ['Die SPD-nahe Stiftung kam', 'Die nahe Stiftung kam', 'de'],
    ['Der junge Becker gewann', 'Der junge gewann', 'de'],
    ['Das neue Berlin entstand', 'Das neue entstand', 'de'],
    ['Es ist ein Buch, das Goethe schrieb', 'Es ist ein Buch, das schrieb', 'de'],
    ['Man weiß, dass das Maria freut', 'Man weiß, dass das Marta freut', 'de'],
    ['Er reiste in die Schweiz und weiter', 'Er reiste in die und weiter', 'de'],
    ['Die Titanic sank damals', 'Die sank damals', 'de'],
    ['So stand es im Spiegel', 'So stand es im Stern', 'de'],
    ['Er liebte das alte Rom', 'Er liebte das alte Wien', 'de'],
    ['Er sah Wolf am Abend', 'Er sah Fuchs am Abend', 'de'],
    ['Er zahlte einen Dollar dafür', 'Er zahlte einen Euro dafür', 'de'],
    ['Das Christentum war alt', 'Das Judentum war alt', 'de'],
    ['قال الحسن هذا', 'قال الحسين هذا', 'ar'],
    ['كان اليمن بعيدا', 'كان اليمين بعيدا', 'ar'],
    ['قال السوق هذا', 'قال السيسي هذا', 'ar'],
    ['قال الألماني هذا', 'قال الياباني هذا', 'ar'],
    ['Der eine, Karl, kam spät', 'Der eine, kam spät', 'de'],
    ['Da kam die kleine Maria nach Hause', 'Da kam die kleine Marta nach Hause', 'de'],
    ['Es war der Mann, der Martin kannte', 'Es war der Mann, der Marvin kannte', 'de'],
    ['Man kannte das alte Irland', 'Man kannte das alte Island', 'de'],
    ['Gestern kamen die Serben an', 'Gestern kamen die Sorben an', 'de'],
    ['Sie badeten in der Werra dort', 'Sie badeten in der Werre dort', 'de'],
    ['قال الأسد هذا', 'قال السيسي هذا', 'ar'],
    ['وتم ببغداد توقيع الاتفاق', 'وتم بعمان توقيع الاتفاق', 'ar'],
    ['عاش في يتم محمد هناك', 'عاش في يتم أحمد هناك', 'ar'],
    ['他最近读了《活着》', '他最近读了《兄弟》', 'zh'],
    ['他听见“长城”的消息', '他听见“梦想”的消息', 'zh'],
    ['挑战者号升空了', '发现号升空了', 'zh'],
    ['光明先生来了', '希望先生来了', 'zh'],
    ['他学习儒教的书', '他学习道教的书', 'zh'],
    ['参议院通过了', '众议院通过了', 'zh'],
    ['彼は『告白』を読んだ', '彼は『贖罪』を読んだ', 'ja'],
    ['映画「火花」を見た', '映画「劇場」を見た', 'ja'],
    ['琥珀選手が来た', '翡翠選手が来た', 'ja'],
    ['山田・水晶が来た', '山田・琥珀が来た', 'ja'],
    ['平和高校に入った', '自由高校に入った', 'ja'],
    ['与党が賛成した', '野党が賛成した', 'ja'],
    ['في القاهرة تم وصفه', 'في بغداد تم وصفه', 'ar'],
    ['서울에서 왔다', '부산에서 왔다'],
    ['🇺🇦 won', '🇫🇷 won'],
    ['Nicholas I ruled', 'Nicholas II ruled'],
    ['General Motors sold it', 'General Electric sold it'],
  ],
  'other numbers and dates': [
    ['in 1956 he spoke', 'in 1965 he spoke'],
    ['in 1956 he spoke', 'he spoke'],
    ['in l956 he spoke', 'in 1956 he spoke'],
    ['5% of it', '6% of it'],
    ['1,234.5 of it', '1,243.5 of it'],
    ['-5 degrees', '5 degrees'],
    ['three men came', 'four men came'],
    ['three men came', 'men came'],
    ['a million men', 'a billion men'],
    ['the first man', 'the third man'],
    ['twenty-five men', 'twenty-six men'],
    ['in May', 'in March'],
    ['in february', 'in april'],
    ['on Monday', 'on Friday'],
    ['World War II', 'World War I'],
    ['Louis XIV', 'Louis XVI'],
    ['$5 of it', '€5 of it'],
    ['drei Männer', 'vier Männer', 'de'],
    ['im Jahre neunzehnhundertsechsundfünfzig', 'im Jahre neunzehnhundertfünfundsechzig', 'de'],
    ['deux hommes', 'trois hommes', 'fr'],
    ['двух человек', 'трёх человек'],
    ['в январе было', 'в феврале было'],
    ['в среду было', 'в пятницу было'],
    ['τρεις άνθρωποι', 'πέντε άνθρωποι'],
    ['ثلاثة رجال', 'أربعة رجال'],
    ['三个人', '五个人'],
    ['十二个人', '二十个人'],
    ['月曜日に', '日曜日に'],
    ['twenty men came', 'twenty-one men came'],
    ['vingt hommes', 'vingt et un hommes', 'fr'],
    ['dos hombres', 'once hombres', 'es'],
    ["п'ять років", 'шість років', 'uk'],
    ['иду в одиннадцатый раз', 'иду в двенадцатый раз'],
    ['عشرون رجلا', 'عشرون وخمسة رجلا'],
    ['listopada 5', 'studenoga 5', 'hr'],
    ['hai người', 'ba người', 'vi'],
    ['三千人', '三万人'],
    ['5月3日', '6月3日'],
    ['10² of it', '10³ of it'],
    ['a < b', 'a > b'],
  ],
  'yes and no': [
    ['he did not come', 'he did come'],
    ['he came', 'he never came'],
    ["he didn't come", 'he did come'],
    ['it is legal', 'it is illegal'],
    ['they were happy', 'they were unhappy'],
    ['with hope', 'without hope'],
    ['er kam nicht', 'er kam', 'de'],
    ['er hat keine Angst', 'er hat Angst', 'de'],
    ['il ne vient pas', 'il vient', 'fr'],
    ["il n'est là", 'il est là', 'fr'],
    ['он не пришёл', 'он пришёл'],
    ['это возможно', 'это невозможно'],
    ['он был без денег', 'он был с деньгами'],
    ['δεν ήρθε', 'ήρθε'],
    ['لم يأت الرجل', 'يأت الرجل'],
    ['הוא לא בא', 'הוא בא'],
    ['他不是人', '他是人'],
    ['彼は行かない', '彼は行く'],
    ['これは合法である', 'これは違法である', 'ja'],
    ['价格上升了很多', '价格下降了很多', 'zh'],
    ['这里允许吸烟', '这里禁止吸烟', 'zh'],
    ['全部居民同意', '部分居民同意', 'zh'],
    ['结果是阳性的', '结果是阴性的', 'zh'],
    ['多数人赞成计划', '多数人反对计划', 'zh'],
    ['彼は約束を守った', '彼は約束を破った', 'ja'],
    ['手術は成功した', '手術は失敗した', 'ja'],
    ['結果は陽性である', '結果は陰性である', 'ja'],
    ['彼は来なかっ', '彼は来', 'ja'],
    ['彼は輸入した', '彼は輸出した', 'ja'],
    ['그는 가지 않았다', '그는 가지 왔다'],
    ['geldi ve gitti', 'gelmedi ve gitti', 'tr'],
  ],
};

describe('compareWords', () => {
  for (const [name, pairs] of Object.entries(SAME)) {
    it.each(pairs)(`finds the same statement in ${name}: %s / %s`, (quote, words, language) => {
      expect(compareWords(quote, words, language).otherStatement).toBe(false);
      expect(compareWords(words, quote, language).otherStatement).toBe(false);
    });
  }

  for (const [name, pairs] of Object.entries(OTHER)) {
    it.each(pairs)(`finds ${name}: %s / %s`, (quote, words, language) => {
      expect(compareWords(quote, words, language).otherStatement).toBe(true);
      expect(compareWords(words, quote, language).otherStatement).toBe(true);
    });
  }

  it('scores by the characters that differ', () => {
    expect(compareWords('abcd', 'abcd').score).toBe(1);
    expect(compareWords('abcd', 'abxd').score).toBe(0.75);
    expect(compareWords('ab', 'abcd').score).toBe(0.5);
    expect(compareWords('👍a', '👎a').score).toBe(0.5);
    expect(compareWords('', 'ab').score).toBe(0);
  });

  const fragment = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(...Object.values(OTHER).flat(2), ...Object.values(SAME).flat(2)),
  );
  const words = fc.array(fragment, { maxLength: 6 }).map((parts) => parts.join(' '));

  it('is the same both ways, and 1 for equal words alone', () => {
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom(undefined, 'en', 'de', 'ru', 'zh', 'ja', 'ar', 'xx'),
        (a, b, language) => {
          const comparison = compareWords(a, b, language);
          expect(compareWords(b, a, language)).toEqual(comparison);
          expect(comparison.score === 1).toBe(a === b);
          expect(comparison.score).toBeGreaterThanOrEqual(0);
          expect(compareWords(a, a, language)).toEqual({ score: 1, otherStatement: false });
        },
      ),
    );
  });

  it('compares long texts', () => {
    const long = 'the quick brown fox '.repeat(5000);
    const other = 'a slow red dog jumps '.repeat(5000);
    expect(compareWords(long, other).score).toBeLessThan(0.5);
    expect(compareWords('a'.repeat(100_000), 'b'.repeat(100_000)).score).toBe(0);
    expect(compareWords(`${long}1956`, `${long}1965`).otherStatement).toBe(true);
    expect(compareWords('中'.repeat(50_000), '国'.repeat(50_000)).otherStatement).toBe(true);
  });
});

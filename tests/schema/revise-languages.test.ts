import { describe, expect, it } from 'vitest';
import { added, documentId, importText, note } from '../support/annotations.ts';
import { revise, standingOf } from '../support/revising.ts';
import { useService } from '../support/service.ts';

const service = useService({ sample: false });

interface Case {
  language: string;
  before: string;
  after: string;
  /** For each quote what is there afterwards, or null where it is orphaned. */
  quotes: [quote: string, words: string | null][];
}

const CASES: Record<string, Case> = {
  'Chinese words that no dictionary takes for names': {
    language: 'zh',
    before: '委员会在一九五六年收购了古老的房子。王建军在北京发表了讲话，很多人认真听取了报告。',
    after: '委员会在一九五六年收购了古老的住宅。王国强在南京发表了讲话，很多人仔细听取了报告。',
    quotes: [
      ['收购了古老的房子', '收购了古老的住宅'],
      ['很多人认真听取了报告', '很多人仔细听取了报告'],
      ['王建军在北京发表了讲话', null],
      ['在北京发表了讲话', null],
    ],
  },
  'Japanese words that no dictionary takes for names': {
    language: 'ja',
    before: '委員会は古い住宅を購入した。田中希望は東京で丁寧に説明した。契約は間もなく締結された。',
    after: '委員会は古い家屋を購入した。田中未来は京都で入念に説明した。契約はすぐに締結された。',
    quotes: [
      ['古い住宅を購入した', '古い家屋を購入した'],
      ['で丁寧に説明した', 'で入念に説明した'],
      ['契約は間もなく締結された', '契約はすぐに締結された'],
      ['希望は東京で丁寧に説明', null],
    ],
  },
  'German nouns, told by their articles': {
    language: 'de',
    before: 'Das Gebäude stand schon lange am Rhein. Er las das Dokunent in Lindau vor.',
    after: 'Das stand schon lange am Main. Er las das Dokument in Landau vor.',
    quotes: [
      ['Das Gebäude stand schon lange', 'Das stand schon lange'],
      ['Er las das Dokunent', 'Er las das Dokument'],
      ['lange am Rhein', null],
      ['in Lindau vor', null],
    ],
  },
};

describe('a revision carries anchors by', () => {
  it.each(Object.entries(CASES))('%s', async (name, { language, before, after, quotes }) => {
    const slug = `words-${language}`;
    await importText(service(), slug, before, { title: name, language });
    const document = await documentId(service(), slug);
    const ids: string[] = [];
    for (const [exact] of quotes)
      ids.push((await added(service(), note(document, [{ quote: { exact } }]))).id);
    await revise(service(), { document, baseRevision: 1, text: after });
    const standings = await Promise.all(ids.map((id) => standingOf(service(), document, id)));
    expect(standings.map(({ status, words }) => [status, words])).toEqual(
      quotes.map(([, words]) => (words === null ? ['ORPHANED', null] : ['EDITED', words])),
    );
  });
});

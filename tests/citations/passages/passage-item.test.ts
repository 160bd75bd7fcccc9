import { describe, expect, it } from 'vitest';
import { passageItem } from '../../../src/citations/passages/passage-item.ts';
import { sourceAddress } from '../../../src/citations/passages/source-address.ts';
import { emptyContent } from '../../../src/citations/source.ts';
import { passageAt } from '../../../src/documents/passages.ts';
import { revisionOf } from '../../support/revision.ts';

const cited = {
  reference: 'secret-speech@3:5.2@17-5.4@3',
  title: 'The <i>Secret</i> Speech',
  attribution: 'Wikipedia contributors',
  language: 'en',
  revision: { number: 3, createdAt: new Date('2026-02-25T23:30:00-05:00') },
  permalink: 'https://texts.example.org/passages/secret-speech@3:5.2@17-5.4@3',
};

describe('a passage as a source', () => {
  it('says what is known, in the terms of CSL', () => {
    const { key, content } = passageItem(cited);
    expect(key).toBe('secret-speech-3-5.2-17-5.4-3');
    expect(content).toEqual({
      ...emptyContent('WEBPAGE'),
      title: 'The <i>Secret</i> Speech',
      creators: [
        {
          role: 'AUTHOR',
          family: null,
          given: null,
          droppingParticle: null,
          nonDroppingParticle: null,
          suffix: null,
          literal: 'Wikipedia contributors',
        },
      ],
      issued: '2026-02-26',
      release: '3',
      language: 'en',
      url: cited.permalink,
    });
  });

  it('guesses nothing', () => {
    const { content } = passageItem({ ...cited, attribution: null, language: 'und' });
    expect([content.creators, content.language, content.accessed, content.publisher]).toEqual([
      [],
      null,
      null,
      null,
    ]);
  });
});

describe('the page that a document was taken from', () => {
  const revision = revisionOf(['The basic structure of the speech.', '…']);
  const at = (start: number, end: number) => passageAt(revision, { start, end });

  it('is told at the words', () => {
    expect(sourceAddress('https://example.org/a', at(4, 19))).toBe(
      'https://example.org/a#:~:text=The-,basic%20structure,-of%20the%20speech',
    );
    expect(sourceAddress('https://example.org/a#part', at(0, 33))).toBe(
      'https://example.org/a#part:~:text=The%20basic%20structure%20of%20the%20speech',
    );
  });

  it('is told alone for the whole text, and for what has no words', () => {
    expect(sourceAddress('https://example.org/a', at(0, revision.text.length))).toBe('https://example.org/a');
    expect(sourceAddress('https://example.org/a', at(36, 37))).toBe('https://example.org/a');
  });
});

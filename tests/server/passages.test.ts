import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpAnswer, request, useServer } from '../support/server.ts';
import type { Data } from '../support/service.ts';

const server = useServer({ allowedOrigins: ['https://reader.example.org'] });
const named = useServer({ sample: false, publicUrl: 'https://texts.example.org/scholion' });

const IMPORT = `mutation Import($input: ImportDocumentInput!) { importDocument(input: $input) {
  __typename ... on Error { message } } }`;

const WILD = {
  slug: 'wild',
  title: 'نص <script>alert("title")</script> & \'q\' 𐍈',
  language: 'ar',
  attribution: '"><img src=x onerror=alert(1)>',
  licence: '<b>CC</b> & content=',
  sourceUrl: 'https://example.org/page?a=1&b="2"',
};

async function publish(input: object, on = server): Promise<void> {
  const { json } = await on().post({ query: IMPORT, variables: { input } });
  expect(json.data.importDocument.__typename).toBe('ImportDocumentPayload');
}

const ONE = 'One two: the committee met in Geneva in the spring of that year.';
const THREE = 'Three four: its chairman thanked all members and opened the debate.';
const FIVE = 'Five six.';

beforeAll(async () => {
  await publish({
    ...WILD,
    text: '== <h1>عنوان</h1> & src= ==\n\nمرحبا <script>alert(1)</script> "𐍈𐍈" بالعالم.\n\n- a < b\n  - c & d',
  });
  await publish({ slug: 'moved', title: 'Moved', text: [ONE, THREE, FIVE].join('\n\n') });
  await publish({ slug: 'moved', text: ['New.', THREE, ONE].join('\n\n') });
  await publish({ slug: 'long', title: 'Long', text: `${'𐍈 word '.repeat(9_000)}end.\n\nAfter.` });
});

async function get(
  reference: string,
  {
    accept = 'text/html',
    ...more
  }: { accept?: string; method?: string; [header: string]: string | undefined } = {},
): Promise<HttpAnswer> {
  const { method = 'GET', ...rest } = more;
  const headers: Record<string, string> = { accept };
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) headers[name] = value;
  return await request(`${server().running.url}/passages/${reference}`, { method, headers });
}

const json = async (reference: string, more: Record<string, string> = {}): Promise<Data> =>
  JSON.parse((await get(reference, { accept: 'application/json', ...more })).body);

/** The text of a page as a reader sees it. */
const textOf = (body: string): string =>
  body
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe('the page of a passage', () => {
  it('has the words marked in their block, where they stand, and how to cite them', async () => {
    const { status, headers, body } = await get('secret-speech@1:5.2@4-19');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<mark>basic structure</mark>');
    const text = textOf(body);
    expect(text).toContain('The basic structure of the speech was as follows:');
    for (const words of [
      'Summary',
      'Words in block 5.2 · revision 1',
      'secret-speech@1:5.2@4-19',
      'This is the latest revision.',
      'CC BY-SA 4.0',
      'Wikipedia contributors',
      'American Psychological Association',
      'Chicago Manual of Style 17th edition (author-date)',
      'Chicago Manual of Style 17th edition (full note)',
      'Modern Language Association',
      'Harvard',
      'Vancouver',
      'IEEE',
      'BibTeX',
      'RIS',
      'CSL-JSON',
      'TY - ',
      'Citations by CSL (citeproc-js)',
    ])
      expect(text).toContain(words);
    expect(body).toContain(
      'href="https://en.wikipedia.org/wiki/On_the_Cult_of_Personality_and_Its_Consequences#:~:text=The-,basic%20structure,-of%20the%20speech"',
    );
  });

  it('tells reference managers and search engines what it is', async () => {
    const { url } = server().running;
    const { body } = await get('secret-speech%401%3A5.2%404-19');
    const permalink = `${url}/passages/secret-speech@1:5.2@4-19`;
    expect(body).toContain(`<link rel="canonical" href="${permalink}">`);
    expect(body).toContain(`<link rel="alternate" type="application/json" href="${permalink}">`);
    for (const [name, content] of [
      ['citation_title', 'On the Cult of Personality and Its Consequences'],
      ['citation_author', 'Wikipedia contributors'],
      ['citation_language', 'en'],
      ['citation_public_url', permalink],
      ['DC.identifier', 'secret-speech@1:5.2@4-19'],
      ['DC.rights', 'CC BY-SA 4.0'],
    ])
      expect(body).toContain(`<meta name="${name}" content="${content}">`);
    expect(body).toMatch(/<meta name="citation_publication_date" content="\d{4}\/\d\d\/\d\d">/);
  });

  it('shows first the style that is asked for, and says where there is none such', async () => {
    const first = (body: string) => textOf(/<dl class="refs first">([\s\S]*?)<\/dl>/.exec(body)?.[1] ?? '');
    expect(first((await get('secret-speech@1:1')).body)).toContain('American Psychological Association');
    expect(first((await get('secret-speech@1:1?style=ieee')).body)).toContain('IEEE');
    expect(first((await get('secret-speech@1:1?style=mla&locale=de')).body)).toContain('Modern Language');
    const unknown = await get('secret-speech@1:1?style=%3Cscript%3Enope');
    expect(unknown.status).toBe(200);
    expect(textOf(unknown.body)).toMatch(/There is no citation style "<script>nope"; choose one of apa,/);
    expect(first(unknown.body)).toContain('American Psychological Association');
    expect(textOf((await get('secret-speech@1:1?locale=x')).body)).toContain('"x" is not a language tag');
  });

  it('tells where the words stand in the latest revision, or that they do not', async () => {
    const { url } = server().running;
    const moved = await get('moved@1:2@0-5');
    expect(textOf(moved.body)).toContain('The very words stand in revision 2 too: in the same block');
    expect(moved.body).toContain(`href="${url}/passages/moved@2:2@0-5"`);
    expect(textOf((await get('moved@1:1')).body)).toContain(
      'The very words stand in revision 2 too: block 3',
    );
    expect(textOf((await get('moved@1:3')).body)).toContain('do not stand in revision 2 any more');
    expect(textOf((await get('moved@1:1@4-2@5')).body)).toContain('do not stand in revision 2 any more');
  });

  it('shows whole texts and several blocks, each with its number', async () => {
    const whole = await get('moved@1');
    expect(textOf(whole.body)).toContain('The whole text · revision 1');
    const over = await get('moved@1:1@4-2@5');
    expect(over.body).toContain(`<mark>${ONE.slice(4)}</mark>`);
    expect(over.body).toContain('<mark>Three</mark>');
    const blocks = await get('moved@1:1-2');
    expect([...blocks.body.matchAll(/class="number"[^>]*>([^<]*)</g)].map(([, number]) => number)).toEqual([
      '1',
      '2',
    ]);
    const latest = await get('moved:3');
    expect(latest.body).toContain(`<mark>${ONE}</mark>`);
    expect(latest.body).toContain('/passages/moved@2:3"');
  });

  it('cuts a long passage, and says so', async () => {
    const { body } = await get('long@1');
    const [, words = ''] = /<mark>([^<]*)<\/mark>/.exec(body) ?? [];
    expect([...words]).toHaveLength(20_001);
    expect(words.isWellFormed()).toBe(true);
    expect(textOf(body)).toContain('this page shows its first 20,000 characters');
    expect((await json('long@1')).text).toMatch(/After\.$/);
    const inside = await get('long@1:1@30000-30004');
    expect(textOf(inside.body).length).toBeLessThan(10_000);
    expect(inside.body.isWellFormed()).toBe(true);
  });
});

/** Those that the page is made of. */
const TAGS = new Set(
  'html head meta title link style body main header nav ol li a h1 h2 p div span mark section dl dt dd code time details summary pre i footer'.split(
    ' ',
  ),
);

describe('whatever texts say', () => {
  it.each(['wild@1', 'wild@1:1', 'wild@1:1.1@3-30', 'wild@1:1.1-1.2', 'wild@1:1.1@6-1.2.1@3'])(
    'stays text on the page of %s',
    async (reference) => {
      const { body } = await get(reference);
      expect(body).not.toMatch(/<script|<img|<b>|<h1>[^<]*عنوان/i);
      const tags = new Set([...body.matchAll(/<([a-z]\w*)/gi)].map(([, name]) => name));
      expect([...tags].filter((name) => !TAGS.has(name ?? ''))).toEqual([]);
      expect(textOf(body)).toContain(WILD.title.replace(/\s+/g, ' '));
      expect(textOf(body)).toContain(WILD.licence);
      expect(textOf(body)).toContain(WILD.attribution);
      expect(body).toMatch(/<div class="passage[^"]*" lang="ar" dir="rtl">/);
      expect(body).toContain('<link rel="canonical" href="http://localhost:');
    },
  );

  it('is marked to the letter', async () => {
    const text = 'مرحبا <script>alert(1)</script> "𐍈𐍈" بالعالم.';
    const start = [...text].indexOf('𐍈');
    const { body } = await get(`wild@1:1.1@${start}-${start + 2}`);
    expect(body).toContain('<mark>𐍈𐍈</mark>');
  });
});

describe('the same as JSON', () => {
  it('has all that the page has', async () => {
    const { url } = server().running;
    const found = await json('moved@1:1@4-2@5?style=mla');
    expect(found).toEqual({
      cites: [],
      urn: 'moved@1:1@4-2@5',
      ref: null,
      title: 'Moved',
      document: {
        slug: 'moved',
        title: 'Moved',
        language: 'und',
        rights: { licence: null, attribution: null, sourceUrl: null },
      },
      revision: { number: 1, createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
      text: `${ONE.slice(4)}\n\nThree`,
      prefix: 'One ',
      suffix: THREE.slice(5, 37),
      range: { start: 4, end: ONE.length + 7 },
      latest: null,
      permalink: `${url}/passages/moved@1:1@4-2@5`,
      sourceUrl: null,
      citeAs: {
        text: expect.stringContaining('Moved'),
        html: expect.stringContaining('<i>Moved</i>'),
        bibtex: expect.stringContaining('{moved-1-1-4-2-5,'),
        ris: expect.stringContaining('TI  - Moved'),
        cslJson: expect.anything(),
      },
    });
    expect(JSON.stringify(found.citeAs.cslJson)).toContain('"webpage"');
    expect((await json('moved@1:2')).latest).toEqual({
      urn: 'moved@2:2',
      permalink: `${url}/passages/moved@2:2`,
    });
    expect((await json('moved:2')).latest.urn).toBe('moved@2:2');
    expect((await json('wild@1:1.1')).document.rights.attribution).toBe(WILD.attribution);
  });

  it('is for whoever prefers it', async () => {
    const type = async (accept: string) => (await get('moved@1:1', { accept })).headers['content-type'];
    expect(await type('application/json')).toMatch(/^application\/json/);
    expect(await type('text/html;q=0.8, application/json;q=0.9')).toMatch(/^application\/json/);
    expect(await type('text/html,application/xhtml+xml,*/*;q=0.8')).toMatch(/^text\/html/);
    expect(await type('*/*')).toMatch(/^text\/html/);
  });

  it('is refused for an unknown style', async () => {
    const { status, body } = await get('moved@1:1?style=nope', { accept: 'application/json' });
    expect(status).toBe(400);
    expect(JSON.parse(body).error).toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('choose one of apa'),
    });
  });
});

describe('what is not there', () => {
  it.each([
    ['nothing@1:1', 404, 'NOT_FOUND', /There is no document nothing here/],
    ['moved@7:1', 404, 'NOT_FOUND', /no revision 7 of moved; its revisions are 1 to 2\./],
    ['secret-speech@2', 404, 'NOT_FOUND', /no revision 2 of secret-speech; it has only revision 1\./],
    ['moved@1:4', 404, 'NOT_FOUND', /no block "4" in moved@1; its top-level blocks are 1 to 3\./],
    ['wild@1:1.9', 404, 'NOT_FOUND', /no block "1\.9" in wild@1; those in 1 are 1\.1 to 1\.2\./],
    ['moved@1:1@0-99', 404, 'OFFSET_OUT_OF_RANGE', /Offset 99 is not in the text, which has 64 code points/],
    ['moved@1:1@0-2@99', 404, 'OFFSET_OUT_OF_RANGE', /In block 2: Offset 99/],
    ['moved@@', 400, 'REFERENCE_MALFORMED', /write one like secret-speech@1:5\.2@17-42/],
    ['moved@1:2-1', 400, 'REFERENCE_MALFORMED', /blocks in the wrong order/],
    ['', 400, 'REFERENCE_MALFORMED', /write one like/],
    ['%E0%A4%A', 400, 'REFERENCE_MALFORMED', /write one like/],
    ['moved@1:1%00', 400, 'REFERENCE_MALFORMED', /write one like/],
    ['moved@1:1/extra', 400, 'REFERENCE_MALFORMED', /write one like/],
    ['%3Cscript%3Ealert(1)%3C%2Fscript%3E', 400, 'REFERENCE_MALFORMED', /write one like/],
  ])('%s is %i, and says why', async (reference, status, code, message) => {
    const shown = await get(reference);
    expect(shown.status).toBe(status);
    expect(textOf(shown.body)).toMatch(message);
    expect(shown.body).not.toContain('<script');
    expect(textOf(shown.body)).toContain('How references are written');
    const told = await get(reference, { accept: 'application/json' });
    expect(told.status).toBe(status);
    expect(JSON.parse(told.body)).toEqual({ error: { code, message: expect.stringMatching(message) } });
    expect(told.headers['cache-control']).toBe('no-store');
  });

  it('is told under /passages too, and nothing else is taken for a passage', async () => {
    const { url } = server().running;
    expect((await request(`${url}/passages`)).status).toBe(400);
    expect((await request(`${url}/passagesx/moved@1`)).status).toBe(404);
  });
});

describe('as HTTP goes', () => {
  it('a page may do nothing but show itself, and is told apart by what is accepted', async () => {
    const { headers } = await get('moved@1:1');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+=*'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers.vary).toContain('Accept');
    expect(headers['cache-control']).toBe('max-age=60');
  });

  it('HEAD answers as GET does, without the page', async () => {
    const [whole, head] = [await get('moved@1:1'), await get('moved@1:1', { method: 'HEAD' })];
    expect([head.status, head.body]).toEqual([200, '']);
    expect(head.headers.etag).toBe(whole.headers.etag);
    expect(head.headers['content-type']).toBe(whole.headers['content-type']);
  });

  it('who has it is spared it', async () => {
    const { headers } = await get('moved@1:1');
    const etag = String(headers.etag);
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await get('moved@1:1', { 'if-none-match': known });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
    }
    expect((await get('moved@1:1', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get('moved@1:1', { accept: 'application/json', 'if-none-match': etag })).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
    const { status, headers, body } = await get('moved@1:1', { method, accept: 'application/json' });
    expect([status, headers.allow, JSON.parse(body).error.code]).toEqual([
      405,
      'GET, HEAD',
      'METHOD_NOT_ALLOWED',
    ]);
  });

  it('addresses are of the host that was asked, and of no other that a header names', async () => {
    const port = new URL(server().running.url).port;
    const permalink = async (headers: Record<string, string>) => (await json('moved@1:1', headers)).permalink;
    expect(await permalink({ host: `127.0.0.1:${port}` })).toBe(
      `http://127.0.0.1:${port}/passages/moved@1:1`,
    );
    expect(
      await permalink({
        'x-forwarded-host': 'evil.example.com',
        'x-forwarded-proto': 'https',
        forwarded: 'host=evil.example.com',
        origin: 'https://evil.example.com',
      }),
    ).toBe(`http://localhost:${port}/passages/moved@1:1`);
    for (const host of ['a b', 'evil.example.com/x?', 'user@evil.example.com', 'a"b<c', '#'])
      expect([host, (await get('moved@1:1', { host })).status]).toEqual([host, 400]);
  });

  it('addresses are those that were configured', async () => {
    await publish({ slug: 'here', title: 'Here', text: 'Words.' }, named);
    const { body } = await request(`${named().running.url}/passages/here@1:1`, {
      headers: { host: 'evil.example.com' },
    });
    expect(body).toContain(
      '<link rel="canonical" href="https://texts.example.org/scholion/passages/here@1:1">',
    );
    expect(body).not.toContain('evil.example.com');
    const { json: answer } = await named().post({ query: '{ passage(ref: "here:1") { permalink } }' });
    expect(answer.data.passage.permalink).toBe('https://texts.example.org/scholion/passages/here@1:1');
  });

  it('pages of other origins may read it as they may the rest', async () => {
    const allowed = await get('moved@1:1', { origin: 'https://reader.example.org' });
    expect(allowed.headers['access-control-allow-origin']).toBe('https://reader.example.org');
    const foreign = await get('moved@1:1', { origin: 'https://evil.example.com' });
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
  });
});

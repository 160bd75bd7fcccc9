import { describe, expect, it } from 'vitest';
import { negotiate } from '../../src/server/passage-page/negotiate.ts';

const HTML = 'text/html';
const JSON_TYPE = 'application/json';

describe('what a client accepts', () => {
  it.each([
    [null, HTML],
    ['', HTML],
    ['*/*', HTML],
    ['application/json', JSON_TYPE],
    ['APPLICATION/JSON', JSON_TYPE],
    ['application/*', JSON_TYPE],
    ['application/json; charset=utf-8', JSON_TYPE],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', HTML],
    ['application/json, text/html', HTML],
    ['application/json, text/html;q=0.9', JSON_TYPE],
    ['application/json;q=0.5, text/html;q=0.4', JSON_TYPE],
    ['application/json;q=0.5, text/*;q=0.6', HTML],
    ['text/html;q=0, */*', JSON_TYPE],
    ['text/html;q=0, application/*;q=0.001', JSON_TYPE],
    ['*/*;q=0.1, application/json;q=0', HTML],
    ['text/*;q=0.9, text/html;q=0.1, application/json;q=0.5', JSON_TYPE],
    ['application/json;profile="x", text/html;q=0.1', HTML],
    ['application/json;q=2, text/html;q=0.1', HTML],
    ['image/png', HTML],
    ['nonsense', HTML],
    ['application/json;q=0, text/html;q=0', HTML],
  ])('%s gets %s', (accept, type) => {
    expect(negotiate(accept, [HTML, JSON_TYPE])).toBe(type);
  });
});

import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type Context, createContext } from '../../../schema/context.ts';
import { InputInvalid, Problem } from '../../problem.ts';
import type { Scholion } from '../../scholion.ts';
import type { Authenticate } from '../authenticate.ts';
import { originOf } from '../origin.ts';
import { type Answer, answerWith, headersOf } from './answer.ts';
import { asJson } from './as-json.ts';
import { cite, DEFAULT_STYLE, readStyle } from './cite.ts';
import { negotiate } from './negotiate.ts';
import { page } from './page.ts';
import { type Refusal, refusalAsJson, refusalPage } from './refusal.ts';
import { type PassageView, readView } from './view.ts';

export interface PassagePageOptions {
  scholion: Scholion;
  authenticate: Authenticate;
  publicUrl: string | null;
  /** Makes a fault fit for clients, and logs it. */
  maskError: (error: unknown) => GraphQLError;
}

const FOLDER = '/passages';
const HTML = 'text/html';
const JSON_TYPE = 'application/json';

/** Answers GET and HEAD at `/passages/` and a canonical reference, in HTML or JSON, to whoever may read documents. */
export function usePassagePages(options: PassagePageOptions): Plugin {
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      const { pathname, searchParams } = url;
      if (pathname !== FOLDER && !pathname.startsWith(`${FOLDER}/`)) return;
      const reference = decoded(pathname.slice(FOLDER.length + 1));
      return answer(request, reference, searchParams, options).then(({ status, headers, body }) => {
        const sent = request.method === 'HEAD' ? null : body;
        endResponse(new fetchAPI.Response(sent, { status, headers }));
      });
    },
  };
}

/** A part of a path as it was before it was percent-encoded; as it is where that cannot be told, which is no reference. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function answer(
  request: Request,
  reference: string,
  parameters: URLSearchParams,
  { scholion, authenticate, publicUrl, maskError }: PassagePageOptions,
): Promise<Answer> {
  const type = negotiate(request.headers.get('accept'), [HTML, JSON_TYPE]);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(type, NOT_READ, { allow: 'GET, HEAD' });
  try {
    const principal = await authenticate(request);
    const context = createContext(scholion, principal, originOf(request, publicUrl));
    await context.reading.begin();
    const view = await readView(reference, context);
    const body =
      type === HTML
        ? await pageInStyle(view, parameters, context)
        : await asJson(view, readStyle(parameters), context);
    return answerWith(body, type, request.headers.get('if-none-match'));
  } catch (error) {
    return refuse(type, error instanceof Problem ? refusalFor(error) : faultOf(maskError(error)));
  }
}

/** The page in the citation style asked for; where there is none such, in the usual one, and it says so. */
async function pageInStyle(
  view: PassageView,
  parameters: URLSearchParams,
  context: Context,
): Promise<string> {
  try {
    const style = readStyle(parameters);
    await cite(view, style, 'TEXT', context);
    return await page(view, style, null, context);
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    return await page(view, DEFAULT_STYLE, error.message, context);
  }
}

const NOT_READ: Refusal = {
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
  message: 'What stands here can only be read; send GET, or change documents through /graphql.',
};

/** Codes of references that could never be read, whatever is stored. */
const MALFORMED = new Set(['REFERENCE_MALFORMED', 'RANGE_REVERSED', 'INPUT_INVALID', 'ANSWER_TOO_LARGE']);

function refusalFor({ code, message }: Problem): Refusal {
  return { status: MALFORMED.has(code) ? 400 : 404, code, message };
}

function faultOf({ message, extensions }: GraphQLError): Refusal {
  const code = String(extensions.code);
  return { status: code === 'DATABASE_UNAVAILABLE' ? 503 : 500, code, message };
}

function refuse(type: string, refusal: Refusal, more: Record<string, string> = {}): Answer {
  return {
    status: refusal.status,
    headers: { ...headersOf(type), 'cache-control': 'no-store', ...more },
    body: type === HTML ? refusalPage(refusal) : refusalAsJson(refusal),
  };
}

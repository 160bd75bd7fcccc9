/** The longest web address that is stored, in characters of its ASCII form: an index must hold it. */
const URL_LIMIT = 2_048;

/** The one form of a URL that a browser can be sent to, in ASCII; null for anything else. */
export function webUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return /^https?:$/.test(protocol) && href.length <= URL_LIMIT ? href : null;
}

/** What is said of a text that `webUrl` refuses. */
export const NO_WEB_URL = `is not a web address; give a URL of at most ${URL_LIMIT} characters that starts with http:// or https://`;

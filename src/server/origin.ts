import { InputInvalid } from '../problem.ts';
import { webUrl } from '../web-url.ts';

/**
 * Reads the address under which others reach the server, such as `https://texts.example.org` or one with a path.
 * @returns it without a slash at its end.
 * @throws InputInvalid
 */
export function readPublicUrl(text: string): string {
  const url = webUrl(text);
  const { username = '', search = '', hash = '' } = url === null ? {} : new URL(url);
  if (url === null || username !== '' || search !== '' || hash !== '')
    throw new InputInvalid(
      'The public URL is not an address that others can be added to; give one such as https://texts.example.org, without a user, a query or a fragment.',
    );
  return url.replace(/\/+$/, '');
}

/** Whether a Host header is a host, and a port perhaps, and nothing that would be taken for another part of an address. */
export function isHost(header: string): boolean {
  return /^[^\s/?#@\\]+$/.test(header) && URL.canParse(`http://${header}/`);
}

/**
 * The address under which the service is reached, without a slash at its end: the one that was configured, or else the
 * host that the request itself was sent to. No header that a proxy may add, and so anybody may, is believed.
 */
export function originOf({ url }: { url: string }, publicUrl: string | null): string {
  return publicUrl ?? new URL(url).origin;
}

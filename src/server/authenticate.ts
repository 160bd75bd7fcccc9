import { anonymous, localPrincipal, type Principal } from '../access/principal.ts';

/** Tells who sends a request. */
export type Authenticate = (request: Request) => Principal | Promise<Principal>;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/;

/** Whether a host name can only mean this machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** Whether a page of an origin, such as `http://localhost:5173`, may use this server from a browser. */
export function mayUse(origin: string, allowedOrigins: readonly string[]): boolean {
  if (allowedOrigins.includes('*') || allowedOrigins.includes(origin)) return true;
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}

/** What a proxy adds to a request that it passes on for somebody elsewhere. */
const OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Everybody who reaches a server that listens on loopback only is the local user. A browser could be led here by a page
 * from elsewhere: one under another host name (DNS rebinding) or of a foreign origin is nobody. So is whoever comes
 * through a proxy.
 */
export function authenticateLocal(
  localAgentId: string,
  host: string,
  allowedOrigins: readonly string[],
): Authenticate {
  if (!isLoopback(host)) return () => anonymous;
  const local = localPrincipal(localAgentId);
  return (request) => {
    const origin = request.headers.get('origin');
    const trusted =
      isLoopback(new URL(request.url).hostname) &&
      (origin === null || mayUse(origin, allowedOrigins)) &&
      !OF_PROXIES.some((name) => request.headers.has(name));
    return trusted ? local : anonymous;
  };
}

/** Asks once for each request, however many want to know who sends it. */
export function authenticateOnce(authenticate: Authenticate): Authenticate {
  const known = new WeakMap<Request, Principal | Promise<Principal>>();
  return (request) => {
    const before = known.get(request);
    if (before !== undefined) return before;
    const principal = authenticate(request);
    known.set(request, principal);
    return principal;
  };
}

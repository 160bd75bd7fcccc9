import { Problem } from '../problem.ts';

/** The server cannot start as asked. */
export class ServerProblem extends Problem {
  override readonly name = 'ServerProblem';
  readonly code = 'CANNOT_LISTEN';

  static cannotListen(host: string, port: number, cause: unknown): ServerProblem {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const fault =
      REASONS[String(code)] ?? `cannot be listened on (${cause instanceof Error ? cause.message : cause})`;
    return new ServerProblem(`The address ${host}:${port} ${fault}.`, { cause });
  }
}

const REASONS: Record<string, string> = {
  EADDRINUSE: 'is in use by another program; stop that or choose another port with --port',
  EACCES: 'needs rights that this user lacks; choose a port from 1024 with --port',
  EADDRNOTAVAIL: 'is not one of this machine; choose another with --host',
  ENOTFOUND: 'is not known; choose another host with --host',
};

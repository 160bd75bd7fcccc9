import { InputInvalid } from './problem.ts';
import { systemFault } from './system-fault.ts';

const FAULTS: Record<string, string> = {
  ENOENT: 'does not exist; check its name',
  EACCES: 'may not be read by this user; change its permissions',
};

/** What is said of a file that the operating system does not let be read. */
export function unreadable(path: string, error: unknown): InputInvalid {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new InputInvalid(`${path} ${FAULTS[code] ?? `cannot be read (${systemFault(error)})`}.`);
}

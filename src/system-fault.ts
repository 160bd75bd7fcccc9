const REASONS: Record<string, string> = {
  EACCES: 'this user lacks the rights to it',
  EEXIST: 'a file is in its place',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is in the place of a folder',
  EPERM: 'this user lacks the rights to it',
  EROFS: 'it can only be read',
};

/** Says in a few plain words what the operating system had against something. */
export function systemFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

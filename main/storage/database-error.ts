/** The journal file is damaged. It is left as it is; the message and docs tell what to do next. */
export class JournalDamagedError extends Error {
  override readonly name = 'JournalDamagedError';
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super('The journal file of this station cannot be read.', { cause });
    this.file = file;
  }
}

/** The check of a whole file has found damage; `finding` is SQLite's own text. */
export class UnsoundFileError extends Error {
  override readonly name = 'UnsoundFileError';

  constructor(finding: string) {
    super(`The database file is not sound: ${finding}`);
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html). */
const damageCodes = [11, 26];

/** SQLITE_PERM, BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL and CANTOPEN: another file would fare no better. */
const surroundingsCodes = [3, 5, 6, 7, 8, 10, 13, 14];

/** True when an error says that a file's content is wrong. */
export function isDamage(error: unknown): boolean {
  return error instanceof UnsoundFileError || damageCodes.includes(sqliteCode(error) ?? 0);
}

/** True when disk, memory, rights or another process are to blame, not the file's content. */
export function isOfSurroundings(error: unknown): boolean {
  return surroundingsCodes.includes(sqliteCode(error) ?? 0);
}

/** SQLite's primary result code of an error or of what caused it; null when it is none of SQLite's. */
function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  return sqliteCode(error.cause);
}

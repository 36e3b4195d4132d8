export { keepCheckpoints } from './checkpoints.ts';
export { copyJournal, newestCopy } from './copy-journal.ts';
export { openCacheBeside, openDatabase, type Database, type DatabaseFiles, type Statement } from './database.ts';
export { JournalDamagedError } from './database-error.ts';
export { NewerDatabaseError } from './migrate.ts';
export { turnsOf, type Turns } from './turns.ts';

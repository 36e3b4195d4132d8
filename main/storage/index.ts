export { JournalDamagedError, openDatabase, type Database, type DatabaseFiles, type Row, type Statement } from './database.ts';
export { NewerDatabaseError } from './migrate.ts';

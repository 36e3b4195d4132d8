export { createThread, type Thread } from './thread.ts';
export { programFile } from './program-file.ts';
export { serveThread } from './serve-thread.ts';

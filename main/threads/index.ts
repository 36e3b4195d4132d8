export { createThread, type Thread, type ThreadOptions } from './thread.ts';
export { programFile } from './program-file.ts';
export { serveThread, type Served } from './serve-thread.ts';

/** The program of the thread that `createBulkReader` begins. */
import { serveThread } from '../../threads/index.ts';
import { required } from '../decode/decoder.ts';
import { bulkAnswers, type BulkMethod } from './bulk-answers.ts';
import { readAnswer, type Reading } from './read-answer.ts';

/** What the thread is asked. */
export interface BulkAnswer {
  method: BulkMethod;
  bytes: Uint8Array;
}

serveThread<BulkAnswer, Reading<unknown>>(() => ({
  answer: ({ method, bytes }) => readAnswer<unknown>(bytes, (root, report) => bulkAnswers[method](required(root, 'Result'), report)),
}));

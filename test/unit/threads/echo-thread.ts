/** A program for the tests: answers with what it was asked, or fails as it is told. */
import { threadId } from 'node:worker_threads';
import { serveThread } from '../../../main/threads/index.ts';

let begun = 0;

serveThread<string, string>((data) => {
  begun += 1;
  return {
    answer(question) {
      if (question === 'throw') throw new RangeError('as it was told');
      if (question === 'end') process.exit(3);
      if (question === 'which') return String(threadId);
      return `${String(data)} ${begun} ${question}`;
    },
  };
});

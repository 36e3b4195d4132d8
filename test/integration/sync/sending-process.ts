/**
 * A station's sender in a process of its own, to be killed at any moment. Arguments: the folder of the database, the
 * address, the instance key, login and password of the platform. Says `drained` when nothing is left to send.
 */
import { join } from 'node:path';
import { createLineCache } from '../../../main/orders/index.ts';
import { createOtapiClient } from '../../../main/otapi/index.ts';
import { openDatabase } from '../../../main/storage/index.ts';
import { createOutboxStore, createSync } from '../../../main/sync/index.ts';

const [folder = '', address = '', instanceKey = '', operatorLogin = '', operatorPassword = ''] = process.argv.slice(2);

const database = openDatabase({ journal: join(folder, 'journal.db'), cache: join(folder, 'cache.db') });
const now = Date.now;
const outbox = createOutboxStore(database, { now });
const client = createOtapiClient({
  credentials: { address, instanceKey, secret: null, operatorLogin, operatorPassword },
  language: () => 'en',
  onContact: (outcome) => sync.contact(outcome),
});
const sync = createSync({
  database,
  outbox,
  lineCache: createLineCache(database, { now }),
  client,
  now,
  refreshMinutes: () => 10,
  openWaybills: () => [],
  onOperation: sayWhenDrained,
  onLines: () => {},
  onStatus: () => {},
  onUnexpected(error) {
    throw error;
  },
  // Longer than the platform of the test takes for any request.
  settleMs: 300,
});

function sayWhenDrained(): void {
  const { waiting, sending } = outbox.summary();
  if (waiting === 0 && sending === 0) console.log('drained');
}

sync.start();
sayWhenDrained();
// Timers of the station keep no process alive; this one does, until the kill.
setInterval(() => {}, 60_000);

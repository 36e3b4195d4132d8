// A process of its own that uses the secrets once and prints what it saw as one line of JSON.
//   node use-secrets.ts write|read|remove|write-and-read ACCOUNT [SECRET]
import { createSecrets, loadKeychain } from '../../../main/shell/secrets.ts';

const [use, account = '', secret = ''] = process.argv.slice(2);
const quiet = (): void => {};
const secrets = createSecrets(loadKeychain, { debug: quiet, info: quiet, warn: quiet, error: quiet, registerSecret: quiet });

if (use === 'write' || use === 'write-and-read') await secrets.write(account, secret);
if (use === 'remove') await secrets.remove(account);
const value = use === 'read' || use === 'write-and-read' ? await secrets.read(account) : null;
console.log(JSON.stringify({ value, keptIn: secrets.keptIn(), problem: secrets.problem() }));

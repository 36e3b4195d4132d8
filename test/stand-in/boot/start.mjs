// What the executable runs. Node keeps what it compiles (and the types it strips) between runs, so that an app that is started
// often is not compiled each time. Node takes from there only what has not changed.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../../out/stand-in/compiled', import.meta.url)));
await import('./main.ts');

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type * as Electron from 'electron';
import { app } from '../app/app.ts';
import { guarded } from '../guard/missing.ts';

const prefix = Buffer.from('v10');

/** A key of this profile in a file beside it: real encryption, no protection. The backend says so: basic_text. */
function key(): Buffer {
  const file = path.join(app.getPath('userData'), 'stand-in-safe-storage.key');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, randomBytes(32), { mode: 0o600 });
  }
  return fs.readFileSync(file);
}

function encryptString(text: string): Buffer {
  mustBeReady('encryptString');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([prefix, nonce, cipher.getAuthTag(), body]);
}

function decryptString(encrypted: Buffer): string {
  mustBeReady('decryptString');
  const failure = 'Error while decrypting the ciphertext provided to safeStorage.decryptString.';
  if (!encrypted.subarray(0, 3).equals(prefix)) throw new Error(`${failure} Ciphertext does not appear to be encrypted.`);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), encrypted.subarray(3, 15));
    decipher.setAuthTag(encrypted.subarray(15, 31));
    return Buffer.concat([decipher.update(encrypted.subarray(31)), decipher.final()]).toString('utf8');
  } catch {
    throw new Error(failure);
  }
}

function mustBeReady(name: string): void {
  if (!app.isReady()) throw new Error(`safeStorage.${name} cannot be called before app is ready`);
}

/** docs/api/safe-storage. */
export const safeStorage = guarded('safeStorage', {
  isEncryptionAvailable: () => app.isReady(),
  getSelectedStorageBackend: () => (app.isReady() ? ('basic_text' as const) : ('unknown' as const)),
  encryptString,
  decryptString,
  isAsyncEncryptionAvailable: async () => app.whenReady().then(() => true),
  encryptStringAsync: async (text: string) => encryptString(text),
  decryptStringAsync: async (encrypted: Buffer) => ({ result: decryptString(encrypted), shouldReEncrypt: false }),
  setUsePlainTextEncryption: () => undefined,
});

safeStorage satisfies Pick<
  Electron.SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString' | 'encryptStringAsync'
>;

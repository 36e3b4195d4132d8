import { createHash } from 'node:crypto';

/**
 * Signature of a call (section 1.3): lower-case hex SHA-256 of the method's name, the values of all parameters in the
 * byte order of their names, and the secret. Values are taken as they are before URL encoding.
 */
export function signatureOf(method: string, parameters: ReadonlyMap<string, string>, secret: string): string {
  const names = [...parameters.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const values = names.map((name) => parameters.get(name) ?? '');
  return createHash('sha256')
    .update([method, ...values, secret].join(''), 'utf8')
    .digest('hex');
}

/** `timestamp` of a signed call (section 1.2): UTC, `yyyyMMddHHmmss`. */
export function timestampOf(time: Date): string {
  return time.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
}

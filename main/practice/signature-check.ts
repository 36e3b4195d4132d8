import { createHash, timingSafeEqual } from 'node:crypto';
import { refusals } from './refusal.ts';

/** A timestamp may differ from the server's clock by this much (otapi.md 1.2). */
const LARGEST_DIFFERENCE_MS = 60 * 60 * 1000;

/** The signature of a call (otapi.md 1.3): parameters sorted by name in byte order, their values joined, hashed. */
export function signatureOf(methodName: string, parameters: ReadonlyMap<string, string>, secret: string): string {
  const names = [...parameters.keys()].filter((name) => name !== 'signature');
  const sorted = names.sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
  const values = sorted.map((name) => parameters.get(name) ?? '').join('');
  return createHash('sha256').update(methodName + values + secret, 'utf8').digest('hex');
}

/** Refuses a call whose timestamp or signature is missing or wrong (otapi.md 1.3). */
export function checkSignature(methodName: string, parameters: ReadonlyMap<string, string>, secret: string, now: Date): void {
  const timestamp = parameters.get('timestamp') ?? '';
  const signature = parameters.get('signature') ?? '';
  if (timestamp === '') throw refusals.missingTimestamp();
  if (signature === '') throw refusals.missingSignature();
  const sentAt = timeOf(timestamp);
  if (sentAt === null || Math.abs(sentAt - now.getTime()) > LARGEST_DIFFERENCE_MS) throw refusals.invalidTimestamp();
  const expected = Buffer.from(signatureOf(methodName, parameters, secret));
  const received = Buffer.from(signature);
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) throw refusals.invalidSignature();
}

/** Milliseconds of a UTC timestamp `yyyyMMddHHmmss`, or null when it is not one. */
function timeOf(timestamp: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(timestamp);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  const time = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  return dateDigits(time) === timestamp ? time : null;
}

/** Rewrites a time as a timestamp: a day such as February 30 does not come back as it was. */
function dateDigits(time: number): string {
  return new Date(time).toISOString().replaceAll(/[-T:]|\.\d+Z$/g, '');
}

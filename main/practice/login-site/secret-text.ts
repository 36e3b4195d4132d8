import { randomBytes, timingSafeEqual } from 'node:crypto';

/** A text that cannot be guessed: 192 bits in characters that need no escaping anywhere. */
export function secretText(): string {
  return randomBytes(24).toString('base64url');
}

/** Compares two secrets without telling by the time it takes how much of them is alike. */
export function isSameSecret(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../main/practice/refusal.ts';
import { checkSignature, signatureOf } from '../../../main/practice/signature-check.ts';

const SECRET = '123123';
const DOCUMENTED = new Map([
  ['language', 'ru'],
  ['timestamp', '20210212114345'],
  ['instanceKey', 'INSTANCEKEY'],
  ['categoryId', '0'],
]);
const DOCUMENTED_SIGNATURE = '305330c8b160062a90c9449cd146f4fb79a458d0fe3f04b55908edab5c65f1a5';
const SENT_AT = Date.UTC(2021, 1, 12, 11, 43, 45);

function subCodeOf(parameters: ReadonlyMap<string, string>, nowMs = SENT_AT): string {
  try {
    checkSignature('GetCategoryInfo', parameters, SECRET, new Date(nowMs));
    return 'accepted';
  } catch (error) {
    if (error instanceof Refusal) return `${error.errorCode}/${error.subErrorCode}`;
    throw error;
  }
}

function signed(changes: Readonly<Record<string, string>> = {}): Map<string, string> {
  return new Map([...DOCUMENTED, ['signature', DOCUMENTED_SIGNATURE], ...Object.entries(changes)]);
}

describe('the signature', () => {
  test('of the documented call is the documented one', () => {
    expect(signatureOf('GetCategoryInfo', DOCUMENTED, SECRET)).toBe(DOCUMENTED_SIGNATURE);
  });

  test('leaves the signature itself out and covers values that are not ASCII', () => {
    const parameters = new Map([...DOCUMENTED, ['name', '红色']]);
    const withSignature = new Map([...parameters, ['signature', 'anything']]);
    expect(signatureOf('M', withSignature, SECRET)).toBe(signatureOf('M', parameters, SECRET));
    expect(signatureOf('M', parameters, SECRET)).not.toBe(signatureOf('M', DOCUMENTED, SECRET));
  });
});

describe('a signed call', () => {
  test('is accepted when everything fits', () => {
    expect(subCodeOf(signed())).toBe('accepted');
  });

  test('needs a timestamp and a signature', () => {
    const withoutTimestamp = signed();
    withoutTimestamp.delete('timestamp');
    expect(subCodeOf(withoutTimestamp)).toBe('AccessDenied/MissingTimestamp');
    expect(subCodeOf(DOCUMENTED)).toBe('AccessDenied/MissingSignature');
  });

  test('may be an hour off, either way, and no more', () => {
    const hour = 60 * 60 * 1000;
    expect(subCodeOf(signed(), SENT_AT + hour)).toBe('accepted');
    expect(subCodeOf(signed(), SENT_AT - hour)).toBe('accepted');
    expect(subCodeOf(signed(), SENT_AT + hour + 1)).toBe('AccessDenied/InvalidTimestamp');
    expect(subCodeOf(signed(), SENT_AT - hour - 1)).toBe('AccessDenied/InvalidTimestamp');
  });

  test.each(['2021-02-12 11:43:45', '20210230114345', '20210212114', 'now'])('with the timestamp %s is refused', (timestamp) => {
    expect(subCodeOf(signed({ timestamp }))).toBe('AccessDenied/InvalidTimestamp');
  });

  test('with a changed value or a short signature is refused', () => {
    expect(subCodeOf(signed({ categoryId: '1' }))).toBe('AccessDenied/InvalidSignature');
    expect(subCodeOf(signed({ signature: 'abc' }))).toBe('AccessDenied/InvalidSignature');
  });
});

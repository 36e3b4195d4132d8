import type { OtapiCredentials } from './client.ts';
import { otapiLanguage } from './language.ts';
import { signatureOf, timestampOf } from './signature.ts';

/** Parameters of one method as its section of the reference names them; structured ones are XML text already. */
export type MethodParameters = Readonly<Record<string, string | number | boolean>>;

export interface RequestFormat {
  credentials: OtapiCredentials;
  language: () => string;
  clock: { now(): Date };
}

/**
 * The body of one attempt: common parameters of section 1.2, those of the method, and for a key with a secret the time
 * and the signature. Made anew for each attempt, since the time is part of it.
 */
export function requestForm(
  method: string,
  parameters: MethodParameters,
  sessionId: string | null,
  format: RequestFormat,
): string {
  const sent = new Map<string, string>([
    ['instanceKey', format.credentials.instanceKey],
    ['language', otapiLanguage(format.language())],
  ]);
  if (sessionId !== null) sent.set('sessionId', sessionId);
  for (const [name, value] of Object.entries(parameters)) sent.set(name, String(value));
  sign(method, sent, format);
  return new URLSearchParams([...sent]).toString();
}

function sign(method: string, sent: Map<string, string>, format: RequestFormat): void {
  const { secret } = format.credentials;
  if (!secret) return;
  sent.set('timestamp', timestampOf(format.clock.now()));
  sent.set('signature', signatureOf(method, sent, secret));
}

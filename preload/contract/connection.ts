import { z } from 'zod';
import { apiAddressFault } from './api-address.ts';
import { defineCall, type StationError } from './call.ts';

export const defaultApiAddress = 'https://otapi.net/service/';

/** What the person typed. Goes from page to main only; no call ever gives a secret back. */
export const connectionInput = z.object({
  apiAddress: z.url().max(500).refine((text) => apiAddressFault(text) === null),
  /** Empty keeps the one in the keychain. */
  instanceKey: z.string().trim().max(200),
  /** Empty: none, or keep the one in the keychain when `keepSecret`. */
  secret: z.string().max(500).default(''),
  keepSecret: z.boolean().default(false),
  operatorLogin: z.string().trim().min(1).max(200),
  /** Empty keeps the one in the keychain. */
  operatorPassword: z.string().max(500),
});
export type ConnectionInput = z.input<typeof connectionInput>;

export type ConnectionMode = 'none' | 'practice' | 'instance';

export interface ConnectionView {
  mode: ConnectionMode;
  apiAddress: string;
  operatorLogin: string;
  operatorName: string;
  hasInstanceKey: boolean;
  hasSecret: boolean;
  hasPassword: boolean;
  /** Where secrets are kept: the OS keychain, or memory for this run only. */
  secretsKeptIn: 'keychain' | 'memory';
  /** Why the keychain cannot be used, for the Settings screen. */
  keychainProblem: StationError | null;
}

/** Which part of the connection a failed test points at. */
export type ConnectionFault = 'address' | 'network' | 'instance-key' | 'secret' | 'clock' | 'login' | 'server';

export type ConnectionTest =
  | { ok: true; operatorName: string; roundTripMs: number; lines: number }
  | { ok: false; fault: ConnectionFault; error: StationError };

export const connectionCalls = {
  view: defineCall<ConnectionView>()(z.object({})),
  /** Real calls against the address: sign in, read the operator, count the lines. Saves nothing. */
  test: defineCall<ConnectionTest>()(connectionInput),
  /** Tests, and when that goes well saves and connects. */
  connect: defineCall<ConnectionTest>()(connectionInput),
  /** Starts practice mode: an OT Platform inside the app; nothing is sent anywhere. */
  practise: defineCall<ConnectionView>()(z.object({})),
  /** Back to the choice of the first start. Secrets are taken out of the keychain; journal and outbox stay on disk. */
  disconnect: defineCall<ConnectionView>()(z.object({ forgetSecrets: z.boolean() })),
};

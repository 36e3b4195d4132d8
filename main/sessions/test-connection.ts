import type { ConnectionTest } from '../../preload/contract/index.ts';
import {
  createOtapiClient,
  describeError,
  isOtapiError,
  type OperatorInfo,
  type OtapiClient,
  type OtapiCredentials,
} from '../otapi/index.ts';
import { connectionFault, type TestStep } from './connection-fault.ts';

export interface ConnectionTestInput {
  credentials: OtapiCredentials;
  /** The station's language, for the server's own descriptions. */
  language: () => string;
  clock?: { now(): Date };
  signal?: AbortSignal;
}

/** A person waits for the result: one attempt at each step, and not for long. */
const stepLimits = { timeoutMs: 15_000, repeatDelaysMs: [] };

/**
 * Makes real calls against the address, in the order in which they need more and more to be right: the list of
 * providers (address, key, secret, clock), the sign-in (login), the operator and the count of lines (rights). Changes
 * and keeps nothing. `roundTripMs` is that of the operator's call.
 */
export async function testConnection(input: ConnectionTestInput): Promise<ConnectionTest> {
  const client = openClient(input);
  if (client === null) return { ok: false, fault: 'address', error: { code: 'invalid-argument' } };
  let step: TestStep = 'key';
  const options = input.signal ? { signal: input.signal } : {};
  try {
    await client.lists.providers(options);
    step = 'login';
    await client.operators.signIn(options);
    step = 'rights';
    const startedAt = performance.now();
    const operator = await client.operators.info(options);
    const roundTripMs = Math.round(performance.now() - startedAt);
    const { total } = await client.lines.search({}, { position: 0, size: 1 }, options);
    return { ok: true, operatorName: nameOf(operator, input.credentials), roundTripMs, lines: total };
  } catch (error) {
    const fault = isOtapiError(error) ? connectionFault(step, error) : 'server';
    return { ok: false, fault, error: describeError(error) };
  } finally {
    client.close();
  }
}

/** Null when the address is not that of a web server. */
function openClient({ credentials, language, clock }: ConnectionTestInput): OtapiClient | null {
  if (!/^https?:\/\//i.test(credentials.address) || !URL.canParse(credentials.address)) return null;
  return createOtapiClient({ credentials, language, ...stepLimits, ...(clock && { clock }) });
}

function nameOf(operator: OperatorInfo, credentials: OtapiCredentials): string {
  const name = [operator.firstName, operator.lastName].filter(Boolean).join(' ');
  return name === '' ? credentials.operatorLogin : name;
}

import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OtapiClient } from '../../../main/otapi/index.ts';
import { answer, apiError, customerSignIn, ok, reset, signIn, silence, startScriptedServer } from './scripted-server.ts';
import type { Script, ScriptedServer } from './scripted-server.ts';
import { failureOf, secrets, testClient } from './test-client.ts';

const customer = { login: 'ivan', password: 'geheim nis/客' };
const passwords = [secrets.operatorPassword, customer.password].map(encodeURIComponent);
const sessions = ['session-1', 'session-2', 'customer-1', 'customer-2'];
const hidden = [...Object.values(secrets), customer.password, ...passwords, ...sessions];

let server: ScriptedServer;
let client: OtapiClient;
let logged: unknown[];
beforeEach(async () => {
  logged = [];
  server = await startScriptedServer();
  server.script('AuthenticateInstanceOperator', signIn());
  server.script('Authenticate', customerSignIn());
  server.script('AuthenticateAsUser', customerSignIn());
  client = testClient(server.address, {
    credentials: { address: server.address, operatorLogin: 'olga', ...secrets },
    timeoutMs: 300,
    log: (record) => logged.push(record),
  });
});
afterEach(async () => {
  client.close();
  await server[Symbol.asyncDispose]();
});

/** Every way in which an error or a record could be written somewhere. */
function writings(value: unknown): string {
  const everything = inspect(value, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity });
  const stack = value instanceof Error ? value.stack : '';
  return [everything, String(value), JSON.stringify(value), stack].join('\n');
}

/** A server that gives everything back that it was sent. */
const echo: Script = (call, response) => {
  const sent = [...call.parameters.values()].join(' ').replaceAll(/[<&>]/g, '');
  return apiError('ContractViolation', secrets.instanceKey, `You sent ${sent}`)(call, response);
};
const echoAsNumber: Script = (call, response) => {
  const session = call.parameters.get('sessionId');
  return ok(`<Result><Content><Item><Weight>${session}</Weight></Item></Content></Result>`)(call, response);
};

const failures: [string, Script][] = [
  ['a lost connection', reset],
  ['a timeout', silence],
  ['HTTP 500', answer('oops', {}, 500)],
  ['a web page', answer('<html></html>')],
  ['bad XML that names the session', answer('<A><session-1></A>')],
  ['bad XML that names the session of the customer', answer('<A><customer-1></A>')],
  ['an error that gives the parameters back', echo],
  ['a session that expires for ever', apiError('SessionExpired')],
];

it.each(failures)('%s tells no secret', async (_, failure) => {
  server.script('SplitOrderLineForOperator', failure);
  const error = await failureOf(client.lines.split('ORD-0000012345', '501', 1));
  expect(logged.length).toBeGreaterThan(0);
  for (const secret of hidden) {
    expect(writings(error)).not.toContain(secret);
    expect(writings(logged)).not.toContain(secret);
  }
});

it.each(failures)('%s of the sign-in tells no secret', async (_, failure) => {
  server.script('AuthenticateInstanceOperator', failure);
  const error = await failureOf(client.operators.signIn());
  for (const secret of hidden) {
    expect(writings(error)).not.toContain(secret);
    expect(writings(logged)).not.toContain(secret);
  }
});

const ofCustomers = failures.flatMap(([name, failure]) => [
  [name, failure, 'AddOrder', customer] as const,
  [`${name} of the sign-in`, failure, 'Authenticate', customer] as const,
  [`${name} of the sign-in by the operator`, failure, 'AuthenticateAsUser', { ...customer, password: null }] as const,
]);

it.each(ofCustomers)('%s tells no secret of a customer', async (_, failure, method, login) => {
  server.script(method, failure);
  const error = await failureOf(client.orders.add(login, { deliveryModeId: '12', lines: [{ itemId: '1', quantity: 1 }] }));
  expect(error.method).toBe(method);
  for (const secret of hidden) {
    expect(writings(error)).not.toContain(secret);
    expect(writings(logged)).not.toContain(secret);
  }
});

it('a value that does not fit is logged without a secret in it', async () => {
  server.script('SearchOrderLines', echoAsNumber);
  const page = await client.lines.search({}, { position: 0, size: 1 });
  expect(page.items[0]?.weight).toBeNull();
  expect(logged).toContainEqual({
    event: 'misfit',
    method: 'SearchOrderLines',
    element: 'Weight',
    expected: 'decimal',
    text: '***',
    count: 1,
  });
});

import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OtapiClient } from '../../../main/otapi/index.ts';
import { answer, apiError, ok, reset, signIn, silence, startScriptedServer } from './scripted-server.ts';
import type { Script, ScriptedServer } from './scripted-server.ts';
import { failureOf, secrets, testClient } from './test-client.ts';

const hidden = [...Object.values(secrets), encodeURIComponent(secrets.operatorPassword), 'session-1', 'session-2'];

let server: ScriptedServer;
let client: OtapiClient;
let logged: unknown[];
beforeEach(async () => {
  logged = [];
  server = await startScriptedServer();
  server.script('AuthenticateInstanceOperator', signIn());
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

import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One call as it reached the server. */
export interface ReceivedCall {
  method: string;
  parameters: URLSearchParams;
  request: IncomingMessage;
}

export type Script = (call: ReceivedCall, response: ServerResponse) => void | Promise<void>;

/** A raw HTTP server that answers as the test says, and keeps what it was asked. */
export interface ScriptedServer extends AsyncDisposable {
  /** Ends before the method name. */
  address: string;
  calls: ReceivedCall[];
  /** How often a method was called. */
  count(method: string): number;
  /** Answers of a method from now on; the last one goes on for ever. */
  script(method: string, ...steps: Script[]): void;
}

export async function startScriptedServer(): Promise<ScriptedServer> {
  const calls: ReceivedCall[] = [];
  const scripts = new Map<string, Script[]>();
  const sockets = new Set<Socket>();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const method = new URL(request.url ?? '/', 'http://server').pathname.split('/').at(-1) ?? '';
    const call = { method, parameters: new URLSearchParams(Buffer.concat(chunks).toString('utf8')), request };
    calls.push(call);
    const steps = scripts.get(method) ?? [];
    const step = steps.length > 1 ? steps.shift() : steps[0];
    if (step === undefined) response.writeHead(404).end();
    else await step(call, response);
  }

  const server = http.createServer((request, response) => void serve(request, response));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${port}/service/`,
    calls,
    count: (method) => calls.filter((call) => call.method === method).length,
    script: (method, ...steps) => scripts.set(method, steps),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with these bytes. */
export function answer(body: string | Buffer, headers: Record<string, string> = {}, status = 200): Script {
  return (_, response) => {
    response.writeHead(status, { 'Content-Type': 'text/xml; charset=utf-8', ...headers }).end(body);
  };
}

/** An answer with the envelope of a success around `payload`. */
export function ok(payload: string): Script {
  return answer(envelope('Ok', '', payload));
}

export function apiError(code: string, subCode = '', description = ''): Script {
  return answer(envelope(code, subCode, `<ErrorDescription>${description}</ErrorDescription>`));
}

function envelope(code: string, subCode: string, payload: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?><SomeAnswer xmlns="http://services.opentao.net">' +
    `<ErrorCode>${code}</ErrorCode><SubErrorCode>${subCode}</SubErrorCode>` +
    `<RequestId>6f0b3a52-0000-4000-8000-000000000001</RequestId><RequestTime>3.1</RequestTime>${payload}</SomeAnswer>`
  );
}

/** Cuts the connection without an answer. */
export const reset: Script = ({ request }) => {
  request.socket.destroy();
};

/** Takes the request and never answers. */
export const silence: Script = () => {};

/** Signs in with a fresh session at each call: `session-1`, `session-2`, … */
export function signIn(): Script {
  let sessions = 0;
  return (call, response) => {
    sessions += 1;
    return ok(`<SessionId><Value>session-${sessions}</Value></SessionId>`)(call, response);
  };
}

/** Signs a customer in with a fresh session at each call: `customer-1`, `customer-2`, … */
export function customerSignIn(): Script {
  let sessions = 0;
  return (call, response) => {
    sessions += 1;
    return ok(`<SessionId>customer-${sessions}</SessionId>`)(call, response);
  };
}

const expired = apiError('SessionExpired', 'SessionExpired');

/** Answers only calls with this session; others are told that theirs has expired. */
export function forSession(sessionId: string, then: Script, refusal = expired): Script {
  return (call, response) => (call.parameters.get('sessionId') === sessionId ? then : refusal)(call, response);
}

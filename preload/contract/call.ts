import type { z } from 'zod';

/** Codes of every error that can reach a page. The words for each are in the locale files under `error.<code>`. */
export const errorCodes = [
  'invalid-argument',
  'not-connected',
  'network',
  'timeout',
  'server',
  'api',
  'session-refused',
  'keychain',
  'database',
  'not-found',
  'conflict',
  'invalid-file',
  'unexpected',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What went wrong, free of secrets, ready to be put into the person's language. */
export interface StationError {
  code: ErrorCode;
  /** Values for the placeholders of the locale text. */
  details?: Record<string, string | number>;
  /** OT Platform's own `ErrorCode` and `SubErrorCode`, carried through as text. */
  apiCode?: string;
  apiSubCode?: string;
  /** OT Platform's `RequestId`: what its support asks for. */
  requestId?: string;
  /** OT Platform's own description, in the language of the call. */
  serverText?: string;
  /** Where the log tells more. */
  logId?: string;
}

/** Every call over the bridge answers with this; it never rejects. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: StationError };

/** One call from a page to main: the schema of its single argument; the result type exists at compile time only. */
export interface Call<Argument extends z.ZodType, Value> {
  argument: Argument;
  /** Never set; carries the type of the result. */
  readonly result?: Value;
}

/** Declares a call: `defineCall<ScanAnswer>()(scanRequest)`. */
export function defineCall<Value>(): <Argument extends z.ZodType>(argument: Argument) => Call<Argument, Value> {
  return (argument) => ({ argument });
}

/** What a page passes to a call. */
export type CallInput<C> = C extends Call<infer Argument, unknown> ? z.input<Argument> : never;
/** What the handler in main gets, after the schema. */
export type CallArgument<C> = C extends Call<infer Argument, unknown> ? z.output<Argument> : never;
/** What a call answers when it goes well. */
export type CallValue<C> = C extends Call<z.ZodType, infer Value> ? Value : never;

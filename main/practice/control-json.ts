import { z } from 'zod';

/** A control request that cannot be understood; its message goes back to the caller. */
export class BadControlRequest extends Error {}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the body of a control request; an empty one is an empty object. */
export function readObject(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body === '' ? '{}' : body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // Falls through to the one error for everything that is no JSON object.
  }
  throw new BadControlRequest('the body must be a JSON object');
}

export function text(input: JsonObject, name: string): string {
  const value = input[name];
  if (typeof value !== 'string') throw new BadControlRequest(`${name} must be a text`);
  return value;
}

export function number(input: JsonObject, name: string): number {
  const value = input[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new BadControlRequest(`${name} must be a number`);
  return value;
}

/** One of the texts that are allowed. */
export function oneOf<Text extends string>(input: JsonObject, name: string, allowed: readonly Text[]): Text {
  const value = allowed.find((candidate) => candidate === input[name]);
  if (value === undefined) throw new BadControlRequest(`${name} must be one of ${allowed.join(', ')}`);
  return value;
}

export function textList(input: JsonObject, name: string): string[] {
  const value = input[name];
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  throw new BadControlRequest(`${name} must be a list of texts`);
}

/** Reads a whole request by its schema. */
export function readRequest<Schema extends z.ZodType>(schema: Schema, input: JsonObject): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new BadControlRequest(z.prettifyError(result.error));
}

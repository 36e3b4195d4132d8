/** Something the app asked of the desktop, which the stand-in only wrote down. */
export interface RecordedCall {
  name: string;
  args: unknown[];
}

const calls: RecordedCall[] = [];

/** Writes down what real Electron would have handed to the operating system. */
export function record(name: string, ...args: unknown[]): void {
  calls.push({ name, args });
}

/** All recorded calls so far; tests read them as `globalThis.__standIn.calls`. */
export function recordedCalls(): readonly RecordedCall[] {
  return calls;
}

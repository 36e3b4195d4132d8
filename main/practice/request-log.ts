import { RecentLog } from './recent-log.ts';

/** One call that reached the platform. */
export interface LoggedRequest {
  readonly methodName: string;
  /** The parameters without secrets: keys, sessions, passwords and signatures are masked. */
  readonly parameters: Readonly<Record<string, string>>;
  /** When, ISO 8601 in UTC. */
  readonly at: string;
  /** `Ok`, the error code, or the fault that hit the call. */
  readonly outcome: string;
}

const SECRET_PARAMETERS: ReadonlySet<string> = new Set([
  'instanceKey',
  'sessionId',
  'providerSessionId',
  'userPassword',
  'currentPassword',
  'newPassword',
  // A description of a customer has the password in it.
  'userParameters',
  'signature',
]);

/** What has been called, counted by method. */
export class RequestLog extends RecentLog<LoggedRequest> {
  add(methodName: string, parameters: ReadonlyMap<string, string>, at: Date, outcome: string): void {
    const masked = [...parameters].map(([name, value]) => [name, SECRET_PARAMETERS.has(name) ? '***' : value] as const);
    this.keep({ methodName, parameters: Object.fromEntries(masked), at: at.toISOString(), outcome }, methodName);
  }
}

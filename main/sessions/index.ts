export { testConnection, type ConnectionTestInput } from './test-connection.ts';
export { connectionFault, type TestStep } from './connection-fault.ts';
export {
  createAccounts,
  type AccountChoice,
  type Accounts,
  type AccountsCalls,
  type AccountsParts,
  type LiveSession,
} from './accounts.ts';
export type { SessionWarning } from './accounts/expiry-watch.ts';
export type { Schedule } from './schedule.ts';
export { isKnownSite } from './login/known-sites.ts';
export { isLocalAddress } from './login/local-addresses.ts';
export { matchReturn } from './login/return-address.ts';
export type { LoginSurface, LoginWindow, LoginWindowEvent, LoginWindowRequest, ReturnAddress } from './login/surface.ts';

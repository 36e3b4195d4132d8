import type { Operator } from '../world/people.ts';
import type { ProviderType } from '../world/providers.ts';

/** For what an operator asked a login address (otapi.md 3.1). */
export interface LoginRequest {
  readonly operator: Operator;
  readonly providerType: ProviderType;
  readonly returnAddress: URL;
}

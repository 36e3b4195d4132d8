import type { AdministrationHandlers } from '../station/index.ts';
import type { Policy } from './policy/index.ts';
import type { Updates } from './updates/index.ts';

/** The calls about the program itself: what the administrator has laid down, and updates. */
export function administrationCalls(policy: Policy, updates: Updates): AdministrationHandlers {
  return {
    policy: () => policy.view,
    updates: () => updates.view(),
    checkForUpdate: () => updates.check(),
    installUpdate: () => updates.installAndStartAgain(),
  };
}

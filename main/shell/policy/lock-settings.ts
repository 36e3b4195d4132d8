import { isDeepStrictEqual } from 'node:util';
import { conflict, StationFault } from '../../../preload/contract/index.ts';
import type { SettingsStore } from '../../station/index.ts';
import type { Policy } from './policy.ts';

/**
 * Settings under a policy: what it sets stands above the stored value, and a change of it is refused as
 * `set-by-administrator`. The stored values stay as they are, for the day when the policy is gone.
 */
export function lockSettings<Store extends SettingsStore>(store: Store, policy: Policy): Store {
  if (policy.view.locked.length === 0) return store;
  const underPolicy = (station: ReturnType<SettingsStore['changeStation']>) => ({ ...station, ...policy.settings });
  return {
    ...store,
    read() {
      const stored = store.read();
      return { ...stored, station: underPolicy(stored.station) };
    },
    changeStation(change) {
      const refused = policy.view.locked.filter((name) => change[name] !== undefined && !isDeepStrictEqual(change[name], policy.settings[name]));
      if (refused.length > 0) throw new StationFault(conflict('set-by-administrator', { settings: refused.join(', ') }));
      const free = Object.fromEntries(Object.entries(change).filter(([name]) => !(name in policy.settings)));
      return underPolicy(store.changeStation(free));
    },
  };
}

import type { Provider } from '../../../preload/contract/index.ts';
import type { ProviderInfo } from '../../otapi/index.ts';
import type { Database } from '../../storage/index.ts';

/** The providers at which OT Platform can buy, as it told last; in the cache, so that they are known offline. */
export interface ProviderStore {
  list(): Provider[];
  /** Takes those of an answer over whose orders integration is available and enabled (reference 7.3). */
  take(infos: readonly ProviderInfo[]): Provider[];
}

interface ProviderRow {
  type: string;
  display_name: string;
  is_session_required: number;
}

export function createProviderStore(database: Database): ProviderStore {
  const all = database.prepare<ProviderRow>('SELECT * FROM cache.providers ORDER BY position');
  const clear = database.prepare('DELETE FROM cache.providers');
  const insert = database.prepare(
    'INSERT OR REPLACE INTO cache.providers (type, position, display_name, is_session_required) VALUES (?, ?, ?, ?)',
  );

  const list = (): Provider[] =>
    all.all().map((row) => ({
      type: row.type,
      displayName: row.display_name,
      isSessionRequired: row.is_session_required === 1,
    }));

  return {
    list,
    take(infos) {
      database.transaction(() => {
        clear.run();
        for (const [position, { type, displayName, ordersIntegration }] of infos.entries()) {
          if (type === '' || !ordersIntegration.isAvailable || !ordersIntegration.isEnabled) continue;
          insert.run(type, position, displayName === '' ? type : displayName, ordersIntegration.isSessionRequired ? 1 : 0);
        }
      });
      return list();
    },
  };
}

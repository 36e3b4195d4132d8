import type { CdpSession } from '../cdp/connection.ts';
import type { PartitionState, StoredItems } from './partition-state.ts';

/** Keeps the localStorage of a page's origins in the partition's state, and fills it again on their first visit. */
export async function keepStorage(cdp: CdpSession, state: PartitionState, onChange: () => void): Promise<void> {
  let script: Promise<string> = register(cdp, state.localStorage);

  const replaceScript = (): void => {
    script.then((identifier) => cdp.tell('Page.removeScriptToEvaluateOnNewDocument', { identifier })).catch(() => undefined);
    script = register(cdp, state.localStorage);
    script.catch(() => undefined);
  };
  cdp.on('DOMStorage.domStorageItemAdded', ({ storageId, key, newValue }) => {
    if (!storageId.isLocalStorage) return;
    state.setItem(storageId.storageKey ?? '', key, newValue);
    onChange();
  });
  cdp.on('DOMStorage.domStorageItemUpdated', ({ storageId, key, newValue }) => {
    if (!storageId.isLocalStorage) return;
    state.setItem(storageId.storageKey ?? '', key, newValue);
    onChange();
  });
  cdp.on('DOMStorage.domStorageItemRemoved', ({ storageId, key }) => {
    if (!storageId.isLocalStorage) return;
    state.removeItem(storageId.storageKey ?? '', key);
    replaceScript();
    onChange();
  });
  cdp.on('DOMStorage.domStorageItemsCleared', ({ storageId }) => {
    if (!storageId.isLocalStorage) return;
    state.clearItems(storageId.storageKey ?? '');
    replaceScript();
    onChange();
  });
  await Promise.all([script, cdp.send('DOMStorage.enable')]);
}

async function register(cdp: CdpSession, items: StoredItems): Promise<string> {
  const source = `(${fillStorage.toString()})(${JSON.stringify(items)})`;
  const { identifier } = await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: 'Stand-in storage' });
  return identifier;
}

/** Runs inside pages, before their scripts, in a world of its own. */
function fillStorage(items: StoredItems): void {
  const mine = items[location.origin];
  if (!mine) return;
  try {
    if (localStorage.length > 0) return;
    for (const [key, value] of Object.entries(mine)) localStorage.setItem(key, value);
  } catch {
    // A page without an origin of its own has no storage.
  }
}

import { useSyncExternalStore } from 'react';
import type { ImportFile, ImportMapping } from '../../preload/contract/order-imports.ts';
import type { OrderBinding } from '../ordering/binding-fields.tsx';

/** A file on its way to becoming a run, with what a person has said of it. */
export interface FileInHand {
  file: ImportFile;
  mapping: ImportMapping;
  /** Null: bound as usual. */
  defaults: OrderBinding | null;
  pays: boolean;
  /** Of the run that it becomes: made once, so that a second click starts nothing more. */
  runId: string;
}

let inHand: FileInHand | null = null;
const listeners = new Set<() => void>();

/** Keeps the file while a person looks at other pages; null: none. */
export function setFileInHand(next: FileInHand | null): void {
  inHand = next;
  for (const listener of listeners) listener();
}

export function useFileInHand(): FileInHand | null {
  return useSyncExternalStore(subscribe, () => inHand);
}

/** A file that has just been taken in. */
export function newFileInHand(file: ImportFile): FileInHand {
  return { file, mapping: file.mapping, defaults: null, pays: false, runId: crypto.randomUUID() };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

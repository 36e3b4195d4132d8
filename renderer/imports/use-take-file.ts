import { useOpenImport } from '../bridge/imports.ts';
import { usePaste } from '../ui/use-paste.ts';
import { newFileInHand, setFileInHand } from './file-in-hand.ts';
import { useFileDrop } from './use-file-drop.ts';

/** Takes files that are chosen or dropped, and rows that are pasted outside of fields. */
export function useTakeFile(onTaken: () => void) {
  const open = useOpenImport();
  function take(given: File | string): void {
    if (open.isPending) return;
    open.mutate(given, {
      onSuccess: (file) => {
        setFileInHand(newFileInHand(file));
        onTaken();
      },
    });
  }
  const isOver = useFileDrop(take);
  usePaste((text) => {
    // A single word is no row of a table.
    if (/[\t\n]/.test(text)) take(text);
  });
  return { take, isOver, isTaking: open.isPending, error: open.error };
}

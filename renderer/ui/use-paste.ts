import { useEffect, useRef } from 'react';

/** Takes text that is pasted while no text field has the focus. */
export function usePaste(handler: (text: string) => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      if (isEditable(event.target)) return;
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (text !== '') latest.current(text);
    }
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([readonly]), textarea, [contenteditable]') !== null;
}

import { useEffect, type RefObject } from 'react';
import { heirOf, standOf, takesFocus, type FocusStand } from './focus-stand.ts';

/**
 * Who goes by keyboard never falls out of the page: a button that cannot be pressed for a while gets the focus back, and when
 * what has the focus goes away, what stands nearest has it. A mouse needs none of that, and keys of the page stay free.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = root.current;
    return place === null ? undefined : keepFocus(place);
  }, [root]);
}

/** @returns what ends it. */
function keepFocus(place: HTMLElement): () => void {
  let last: FocusStand | null = null;
  let byKeyboard = false;

  function onFocusIn({ target }: FocusEvent): void {
    last = target instanceof HTMLElement ? standOf(target, place) : null;
  }

  /** What is left on purpose is not brought back; a button that is disabled or taken away is not left on purpose. */
  function onFocusOut({ target }: FocusEvent): void {
    const left = last;
    if (left === null || left.element !== target) return;
    // Some browsers tell of it before what is taken away is gone.
    queueMicrotask(() => {
      if (last === left && takesFocus(left.element)) last = null;
    });
  }

  function look(): void {
    if (last === null || !byKeyboard || hasFocus()) return;
    if (last.element.isConnected) {
      if (takesFocus(last.element)) last.element.focus({ preventScroll: true });
      return;
    }
    const heir = heirOf(last, place);
    last = null;
    if (heir?.tagName === 'H1') heir.tabIndex = -1;
    heir?.focus({ preventScroll: heir.tagName === 'H1' });
  }

  const onKey = (event: KeyboardEvent): void => {
    byKeyboard = true;
    // Left by Tab: it goes where the person wants it.
    if (event.key === 'Tab' && !hasFocus()) last = null;
  };
  const onPointer = (): void => {
    byKeyboard = false;
  };

  // What has come with the same change takes the focus itself, if it does.
  const observer = new MutationObserver(() => look());
  observer.observe(place, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  place.addEventListener('focusin', onFocusIn);
  place.addEventListener('focusout', onFocusOut);
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('pointerdown', onPointer, true);
  return () => {
    observer.disconnect();
    place.removeEventListener('focusin', onFocusIn);
    place.removeEventListener('focusout', onFocusOut);
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('pointerdown', onPointer, true);
  };
}

function hasFocus(): boolean {
  const focused = document.activeElement;
  // A button that has just been disabled may count as the focused one for a moment.
  return focused !== null && focused !== document.body && !focused.matches(':disabled');
}

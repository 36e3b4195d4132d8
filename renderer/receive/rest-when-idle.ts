import type { Desk } from './desk.ts';

/** After so long without a key, a click or a scan the receiver is elsewhere, and the next one should find the desk ready. */
export const idleMs = 60_000;

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/**
 * Makes the desk ready after a minute of nothing. Entered quantities, a failed step and a text that is being written
 * stay as they are. Answers with the function that ends it.
 */
export function restWhenIdle(desk: Desk, page: EventTarget, isWriting: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout>;

  function waitAgain(): void {
    clearTimeout(timer);
    timer = setTimeout(restNow, idleMs);
  }

  function restNow(): void {
    if (!isWriting()) desk.rest();
    waitAgain();
  }

  waitAgain();
  const unsubscribe = desk.subscribe(waitAgain);
  for (const sign of signsOfLife) page.addEventListener(sign, waitAgain, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    unsubscribe();
    for (const sign of signsOfLife) page.removeEventListener(sign, waitAgain, { capture: true });
  };
}

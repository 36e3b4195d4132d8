/** A page that nobody sees paints nothing; what waits for it goes on after so long. */
const longestWaitMs = 200;

/**
 * Gathers what need not hold up the picture that is just being made: however often it is asked for, `work` runs once,
 * after the next frame is out.
 */
export function onceAfterPaint(work: () => void): () => void {
  let isAsked = false;

  function run(): void {
    if (!isAsked) return;
    isAsked = false;
    work();
  }

  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => setTimeout(run));
    setTimeout(run, longestWaitMs);
  };
}

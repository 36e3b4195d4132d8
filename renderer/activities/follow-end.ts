/** Nearer to the end than this counts as at the end, in pixels. */
const nearPx = 24;

/** Whether the end of a scrolled list is in sight, so that the list goes on to show what is added. */
export function isAtEnd({ scrollTop, clientHeight, scrollHeight }: Pick<HTMLElement, 'scrollTop' | 'clientHeight' | 'scrollHeight'>): boolean {
  return scrollHeight - scrollTop - clientHeight <= nearPx;
}

import type { ParcelLine, ScanOutcome } from '../../preload/contract/index.ts';

/**
 * What a scan turned out to be:
 *
 *   the text can be no number at all ................ refused
 *   no line has the waybill ......................... unknown
 *   pieces awaited, none received before ............ found
 *   pieces awaited, some received before ............ partly-received
 *   nothing awaited, some received before ........... already-received
 *   nothing awaited, nothing received ............... attention (cancelled, returned, no pieces)
 */
export function scanOutcome(
  canBeNumber: boolean,
  lines: readonly Pick<ParcelLine, 'awaited' | 'receivedBefore'>[],
): ScanOutcome {
  if (!canBeNumber) return 'refused';
  if (lines.length === 0) return 'unknown';
  const isAwaited = lines.some((line) => line.awaited > 0);
  const wasReceived = lines.some((line) => line.receivedBefore > 0);
  if (isAwaited) return wasReceived ? 'partly-received' : 'found';
  return wasReceived ? 'already-received' : 'attention';
}

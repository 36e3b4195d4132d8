import type { ActivityDetail, ActivityLine } from '../../preload/contract/activities.ts';

/** Lines that belong to one provider order. */
interface ProviderOrderLines {
  /** Empty for lines that no provider order is bound to. */
  providerOrderId: string;
  lines: ActivityLine[];
}

/** Lines by provider order, in the order of their first line; those without one come last. */
export function byProviderOrder(lines: readonly ActivityLine[]): ProviderOrderLines[] {
  const groups = new Map<string, ActivityLine[]>();
  for (const line of lines) {
    const group = groups.get(line.providerOrderId);
    if (group) group.push(line);
    else groups.set(line.providerOrderId, [line]);
  }
  const all = [...groups].map(([providerOrderId, group]) => ({ providerOrderId, lines: group }));
  return [...all.filter(({ providerOrderId }) => providerOrderId !== ''), ...all.filter(({ providerOrderId }) => providerOrderId === '')];
}

/** Statuses `unable to deliver` and `cancelled` (reference 7.2). */
const cancelledStatuses: readonly number[] = [12, 13];

/**
 * Provider orders that stay at the provider although their lines are cancelled in OT Platform: synchronisation goes one
 * way (reference 3.2), so a person has to cancel them there.
 */
export function providerOrdersToCancel(lines: readonly ActivityLine[]): string[] {
  return boundIds(lines.filter(({ status }) => cancelledStatuses.includes(status.id)));
}

/** Provider orders to which lines are bound, each once. */
export function boundIds(lines: readonly { providerOrderId: string }[]): string[] {
  return [...new Set(lines.map(({ providerOrderId }) => providerOrderId).filter((id) => id !== ''))];
}

/**
 * Lines that must be unbound before the export is tried again: it ended with errors on them, and they are bound all the
 * same.
 */
export function linesToUnlinkFirst({ kind, state, steps, lines }: Pick<ActivityDetail, 'kind' | 'state' | 'steps' | 'lines'>): ActivityLine[] {
  if (kind !== 'export' || state !== 'finished-with-errors') return [];
  const failed = new Set(steps.filter((step) => step.kind === 'error').map(({ lineId }) => lineId));
  return lines.filter(({ lineId, providerOrderId }) => failed.has(lineId) && providerOrderId !== '');
}

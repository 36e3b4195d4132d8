import type { SentOrder, SentOrderState, SentOrderSummary } from '../../preload/contract/order-sending.ts';
import type { OrderingView } from '../../preload/contract/ordering.ts';

/** How one that was sent stands, for the eye: its state, and for a made one what came of the comparison. */
export type SentStanding = Exclude<SentOrderState, 'made'> | 'comparing' | 'same' | 'differs' | 'accepted' | 'cancelled';

type Standing = Pick<SentOrderSummary, 'state' | 'decision' | 'different' | 'settledAt'> & Partial<Pick<SentOrder, 'comparison'>>;

export function standingOf({ state, decision, different, settledAt, comparison }: Standing): SentStanding {
  if (state !== 'made') return state;
  if (decision !== null) return decision;
  if (settledAt === null || comparison === null) return 'comparing';
  return different > 0 ? 'differs' : 'same';
}

/** A person has to say what becomes of it. */
export function asksForDecision(standing: SentStanding): boolean {
  return standing === 'differs' || standing === 'unsure';
}

/** For how many orders a person has to decide: those that were sent one by one, and those of imports, which stand there. */
export function decisionsWanted({ sent, counts }: Pick<OrderingView, 'sent' | 'counts'>): { here: number; inImports: number } {
  const here = sent.filter((one) => asksForDecision(standingOf(one))).length;
  return { here, inImports: Math.max(0, counts.toDecide - here) };
}

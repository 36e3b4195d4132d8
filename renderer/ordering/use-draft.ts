import { useState } from 'react';
import { emptyDraft, isEmptyDraft, readDraft, type OrderDraft } from '../../preload/contract/order-draft.ts';
import type { KeptDraft, OrderingChoices } from '../../preload/contract/ordering.ts';
import { useOrderWithReference } from '../bridge/ordering.ts';
import { usualBinding } from './binding-fields.tsx';
import { useDraftKeeper } from './use-draft-keeper.ts';
import { useSettledText } from './use-settled-text.ts';

/** A draft as it is typed: what it says, what is wrong with it, and how far it is saved. */
export function useDraft(id: string, kept: KeptDraft | null, choices: OrderingChoices | undefined, areChoicesOnTheirWay: boolean) {
  const [typed, setTyped] = useState<OrderDraft>(() => kept?.draft ?? emptyDraft());
  /** A person has said, or kept, what it is bound to; until then it is bound as usual. */
  const [isBound, setIsBound] = useState(kept !== null);
  const { keeper, state } = useDraftKeeper(id);
  const draft = isBound ? typed : { ...typed, ...usualBinding(choices) };
  const orderWithReference = useUsedReference(draft.reference);

  function change(part: Partial<OrderDraft>): void {
    const next = { ...draft, ...part };
    const binds = 'deliveryModeId' in part || 'profileId' in part;
    setTyped(next);
    if (binds) setIsBound(true);
    // What has never had a word in it is no draft yet.
    if (kept !== null || state.name !== 'same' || !isEmptyDraft(next)) keeper.change(next);
  }

  const { order, faults } = readDraft(draft, {
    ...(choices?.readAt ? { deliveryModeIds: choices.deliveryModes.map((mode) => mode.id) } : {}),
    usedReferences: orderWithReference,
  });
  /** What the order is bound to as usual is not known yet; the draft may be whole in a moment. */
  const isBindingOnItsWay = !isBound && areChoicesOnTheirWay;
  return { draft, typed, isBindingOnItsWay, change, order, faults, keeper, saveState: state };
}

/** The reference with the number of the order that has it already; no entry when there is none. */
function useUsedReference(reference: string): ReadonlyMap<string, string> {
  const settled = useSettledText(reference.trim());
  const used = useOrderWithReference(settled).data ?? null;
  return used === null || settled !== reference.trim() ? new Map() : new Map([[settled, used]]);
}

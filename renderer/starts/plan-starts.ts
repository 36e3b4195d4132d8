import type { StartAccount, StartPreparation, StartRequest } from '../../preload/contract/activity-starts.ts';
import type { StartDraft } from './start-draft.ts';
import { lineIdsToSend, linesAtFirst } from './start-lines.ts';

type WithoutId<Request> = Request extends StartRequest ? Omit<Request, 'requestId' | 'despite'> : never;

/** What is to be started, without what makes the call unique. */
type StartContent = WithoutId<StartRequest>;

/** A start that is ready to go. */
export interface PlannedStart {
  content: StartContent;
  /** None: all orders. */
  orders: { id: string; number: string }[];
  accountName: string;
  /** Provider orders from which the start unbinds lines. */
  unbinds: string[];
}

/** Why nothing can be started yet. */
export type StartProblem = 'no-order' | 'reading' | 'unread' | 'no-lines' | 'no-account' | 'no-ids';

/** What is known of a chosen order: undefined while it is read, null when it could not be. */
export type Preparation = StartPreparation | undefined | null;

/** The lines of an order that are chosen now; what is blocked or gone by now is chosen no more. */
export function chosenLines(draft: StartDraft, { order, lines }: StartPreparation): readonly string[] {
  const chosen = draft.chosenLines[order.id] ?? linesAtFirst(lines, draft.wantedLines[order.id]);
  return chosen.filter((id) => lines.some(({ lineId, isBlocked }) => lineId === id && !isBlocked));
}

/** The account for a provider: the chosen one, or the one that main suggests. */
export function accountFor(draft: StartDraft, preparation: StartPreparation): StartAccount | null {
  const { order, accounts, preselected } = preparation;
  const id = draft.accounts[order.providerType] ?? preselected;
  return accounts.find((account) => account.id === id) ?? null;
}

/**
 * The starts that a draft comes to: one per order for an export, one per provider for a synchronisation of chosen orders,
 * else one.
 */
export function planStarts(
  draft: StartDraft,
  preparations: readonly Preparation[],
  accountsForAll: readonly StartAccount[],
): PlannedStart[] | StartProblem {
  if (draft.kind === 'synchronise' && draft.isEverything) return synchroniseAll(draft, accountsForAll);
  if (preparations.length === 0) return 'no-order';
  if (preparations.includes(null)) return 'unread';
  const ready = onceEach(preparations.filter((one) => one !== undefined && one !== null));
  if (preparations.includes(undefined)) return 'reading';
  if (ready.some((preparation) => accountFor(draft, preparation) === null)) return 'no-account';
  if (draft.kind === 'synchronise') return synchroniseChosen(draft, ready);
  if (ready.some((preparation) => chosenLines(draft, preparation).length === 0)) return 'no-lines';
  if (draft.kind === 'link' && draft.providerOrderIds.length === 0) return 'no-ids';
  return ready.map((preparation) => ofOrder(draft, preparation));
}

/** The account for a synchronisation of all orders: the chosen one, or the only one. */
export function accountForAll(draft: StartDraft, accounts: readonly StartAccount[]): StartAccount | null {
  const only = accounts.length === 1 ? accounts[0] : undefined;
  return accounts.find(({ id }) => id === draft.accountForAll) ?? only ?? null;
}

function synchroniseAll(draft: StartDraft, accounts: readonly StartAccount[]): PlannedStart[] | StartProblem {
  const account = accountForAll(draft, accounts);
  if (!account) return 'no-account';
  return [{ content: { kind: 'synchronise', accountId: account.id, orderIds: [] }, orders: [], accountName: account.name, unbinds: [] }];
}

function synchroniseChosen(draft: StartDraft, preparations: readonly StartPreparation[]): PlannedStart[] {
  const types = [...new Set(preparations.map(({ order }) => order.providerType))];
  return types.flatMap((type) => {
    const ofType = preparations.filter(({ order }) => order.providerType === type);
    const [first] = ofType;
    const account = first && accountFor(draft, first);
    if (!account) return [];
    const orders = ofType.map(({ order: { id, number } }) => ({ id, number }));
    return [{ content: { kind: 'synchronise', accountId: account.id, orderIds: orders.map(({ id }) => id) }, orders, accountName: account.name, unbinds: [] }];
  });
}

function ofOrder(draft: StartDraft, preparation: StartPreparation): PlannedStart {
  const { order, lines } = preparation;
  const account = accountFor(draft, preparation);
  const chosen = chosenLines(draft, preparation);
  const common = { accountId: account?.id ?? '', orderId: order.id, lineIds: lineIdsToSend(chosen, lines) };
  const isUnlink = draft.kind === 'unlink';
  const bound = lines.filter(({ lineId, providerOrderId }) => chosen.includes(lineId) && providerOrderId !== '');
  return {
    content: contentOf(draft, common),
    orders: [{ id: order.id, number: order.number }],
    accountName: account?.name ?? '',
    unbinds: isUnlink ? [...new Set(bound.map(({ providerOrderId }) => providerOrderId))] : [],
  };
}

function contentOf({ kind, providerOrderIds }: StartDraft, common: { accountId: string; orderId: string; lineIds: string[] }): StartContent {
  if (kind === 'link') return { kind, ...common, providerOrderIds: [...providerOrderIds] };
  return kind === 'unlink' ? { kind, ...common } : { kind: 'export', ...common };
}

/** Two numbers that a person typed may name the same order. */
function onceEach(preparations: readonly StartPreparation[]): StartPreparation[] {
  return preparations.filter(({ order }, index) => preparations.findIndex((other) => other.order.id === order.id) === index);
}

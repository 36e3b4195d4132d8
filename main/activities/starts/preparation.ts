import {
  notFound,
  StationFault,
  type ActivityKind,
  type StartAccount,
  type StartLine,
  type StartPreparation,
} from '../../../preload/contract/index.ts';
import { orderIdOf, pictureAddress } from '../../orders/index.ts';
import { isOtapiError, type OrderDetails, type OrderLine } from '../../otapi/index.ts';
import type { AccountChoice, Accounts } from '../../sessions/index.ts';
import type { KnownActivity } from '../known/known-activity.ts';
import type { Registry } from '../known/registry.ts';
import { obstacleOf } from './obstacles.ts';

export interface PreparationParts {
  registry: Pick<Registry, 'underWay'>;
  accounts: Pick<Accounts, 'list'>;
  /** Reads an order from OT Platform into the cache. */
  readOrder: (orderId: string) => Promise<OrderDetails>;
  /** Asks which activities there are now, those of other stations too. Rejects when that is not told. */
  readList: () => Promise<void>;
}

/** What a person has to know before an activity of one order starts; read from OT Platform now. */
export async function prepareStart(parts: PreparationParts, kind: ActivityKind, orderText: string): Promise<StartPreparation> {
  const [{ order, lines }] = await Promise.all([readOrderOrFail(parts, orderIdOf(orderText)), parts.readList()]);
  const accounts = accountsOf(parts.accounts, order.providerType);
  return {
    kind,
    order: {
      id: order.id,
      number: order.displayId,
      customerName: order.customerName,
      statusName: order.status.name,
      providerType: order.providerType,
      isPaid: order.isPaid,
    },
    lines: lines.map((line) => startLine(line, kind)),
    accounts,
    preselected: longestLiving(accounts)?.id ?? null,
    underWay: activitiesOf(parts.registry, [order.id]).map(({ type, id, kind: other, told }) => ({
      type,
      id,
      kind: other,
      description: told.description,
    })),
  };
}

/** Accounts that may start something, of one provider or of all. */
export function accountsOf(accounts: Pick<Accounts, 'list'>, providerType: string | null): StartAccount[] {
  return accounts
    .list()
    .filter((account) => account.name !== '' && (providerType === null || account.providerType === providerType))
    .map(startAccount);
}

/** Activities under way that are about one of these orders. */
export function activitiesOf(registry: Pick<Registry, 'underWay'>, orderIds: readonly string[]): KnownActivity[] {
  return registry.underWay().filter(({ orders }) => orders.some(({ id }) => orderIds.includes(id)));
}

/** An order as OT Platform has it now. Rejects with the fault `order-gone`, or with `OtapiError`. */
export async function readOrderOrFail({ readOrder }: Pick<PreparationParts, 'readOrder'>, orderId: string): Promise<OrderDetails> {
  try {
    return await readOrder(orderId);
  } catch (error) {
    if (isOtapiError(error) && error.hasCode('NotFound')) throw new StationFault(notFound('order-gone', { order: orderId }));
    throw error;
  }
}

/** Whose session lives longest is taken for the account of the day. */
function longestLiving(accounts: readonly StartAccount[]): StartAccount | null {
  const byEnd = accounts.toSorted((a, b) => Date.parse(b.sessionEndsAt ?? '1970') - Date.parse(a.sessionEndsAt ?? '1970'));
  return byEnd[0] ?? null;
}

function startAccount({ id, name, providerType, providerName, endsAt }: AccountChoice): StartAccount {
  return { id, name, providerType, providerName, sessionEndsAt: endsAt === null ? null : new Date(endsAt).toISOString() };
}

function startLine(line: OrderLine, kind: ActivityKind): StartLine {
  return {
    lineId: line.id,
    lineNumber: line.lineNumber,
    title: { original: line.titleOriginal, translated: line.titleTranslated },
    configuration: { original: line.configurationOriginal, translated: line.configurationTranslated },
    pictureUrl: pictureAddress(line),
    quantity: line.quantity,
    status: line.status,
    sellerName: line.sellerName,
    providerOrderId: line.providerOrderId,
    ...obstacleOf(line, kind),
  };
}

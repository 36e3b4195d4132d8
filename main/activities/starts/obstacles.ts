import type { ActivityKind, LineObstacle } from '../../../preload/contract/index.ts';
import { lineStatusGroup } from '../../orders/index.ts';
import type { OrderLine } from '../../otapi/index.ts';

/** Why a line does not go into an activity, and whether a person may choose it all the same. */
export interface Obstacle {
  obstacle: LineObstacle | null;
  isBlocked: boolean;
}

const none: Obstacle = { obstacle: null, isBlocked: false };
const blocked = (obstacle: LineObstacle): Obstacle => ({ obstacle, isBlocked: true });

/** What keeps a line of an order from an activity (reference 3.2, 6.1); the weightiest reason when there are several. */
export function obstacleOf(line: OrderLine, kind: ActivityKind): Obstacle {
  switch (kind) {
    case 'export':
      return obstacleToExport(line);
    case 'link':
      return isBound(line) ? blocked('bound') : none;
    case 'unlink':
      if (!isBound(line)) return blocked('not-bound');
      return lineStatusGroup(line.status.id) === 'received' ? blocked('received') : none;
    case 'synchronise':
      return none;
  }
}

function obstacleToExport(line: OrderLine): Obstacle {
  if (isBound(line)) return blocked('bound');
  if (!line.isPaid) return blocked('not-paid');
  // Of Tmall is our own conclusion and tells what to do instead; whether it can be bought, OT Platform says.
  if (isTmallAddress(line.itemUrl)) return { obstacle: 'tmall', isBlocked: !line.canBePurchased };
  return line.canBePurchased ? none : blocked('not-purchasable');
}

function isBound({ providerOrderId }: OrderLine): boolean {
  return providerOrderId !== '';
}

/** Tmall goods cannot be exported (reference 3.2); what tells them is the address of the item. */
function isTmallAddress(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  return host === 'tmall.com' || host.endsWith('.tmall.com');
}

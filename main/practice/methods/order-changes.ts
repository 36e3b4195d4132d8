import { isDeepStrictEqual } from 'node:util';
import { refusals } from '../refusal.ts';
import { isCounted } from '../world/amounts.ts';
import type { ChangeBy } from '../world/changes.ts';
import { LINE_STATUS } from '../world/line-status.ts';
import type { LineFields, OrderLine } from '../world/order-line.ts';
import { cancelOrder, closeOrder } from '../world/order-operations.ts';
import { canCancelLine, canRestoreLine, permissionsOf } from '../world/order-permissions.ts';
import type { OrderPermissions } from '../world/order-permissions.ts';
import { purchaseStatusWith, UNBOUND_FIELDS } from '../world/purchase.ts';
import type { PracticeWorld } from '../world/world.ts';
import { element } from '../xml-writer.ts';
import { lineFrom } from './line-changes.ts';
import { byCustomer, byOperator, customerMethod, operatorMethod, VOID_ANSWER } from './method.ts';
import type { MethodDefinition, OperatorCall } from './method.ts';
import { orderLogElements } from './order-log.ts';
import { readOrderUpdate } from './order-update.ts';
import { orderIndexFrom, ownOrderIndexFrom } from './orders.ts';

function permissionsAt(world: PracticeWorld, orderIndex: number): OrderPermissions {
  return permissionsOf(world.order(orderIndex), world.linesOf(orderIndex));
}

function cancel(world: PracticeWorld, orderIndex: number, by: ChangeBy): void {
  if (!permissionsAt(world, orderIndex).canCancel) throw refusals.notCancellable();
  cancelOrder(world, orderIndex, by);
}

/** The line that `salesId` and `salesLineId` name. */
function namedLine(call: OperatorCall): OrderLine {
  return lineFrom(call, 'salesId', call.parameters.required('salesLineId'));
}

function update(call: OperatorCall): void {
  const { world } = call.context;
  const order = world.order(orderIndexFrom(call, 'orderId'));
  const fields = readOrderUpdate(call.parameters.xml('xmlUpdateData', 'OrderUpdateData'), order);
  const movesDelivery =
    (fields.deliveryModeId ?? order.deliveryMode.id) !== order.deliveryMode.id || !isDeepStrictEqual(fields.address ?? order.address, order.address);
  if (movesDelivery && !permissionsAt(world, order.index).canChangeAddress) throw refusals.addressFixed();
  world.changeOrder(order.index, fields, byOperator(call));
}

/** What a line says of its purchase once an operator has typed it in: bought for what was ordered, as far as anybody knows. */
function purchaseFields(line: OrderLine, vendPurchId: string, vendPurchWaybill: string): Partial<LineFields> {
  if (vendPurchId === '') return { ...UNBOUND_FIELDS, vendPurchWaybill };
  const status = { vendPurchId, vendPurchWaybill, purchaseStatus: purchaseStatusWith(vendPurchWaybill) };
  if (line.vendPurchId !== '') return status;
  return { ...status, purchasePrice: line.providerPriceWithDiscount, purchaseDelivery: line.providerDelivery, purchaseConfigId: line.configId };
}

/** Cancelling, restoring, closing and changing orders (otapi.md 5.2, 6.3). */
export const orderChangeMethods: Readonly<Record<string, MethodDefinition>> = {
  CancelSalesOrder: customerMethod(VOID_ANSWER, (call) => {
    cancel(call.context.world, ownOrderIndexFrom(call, 'salesId'), byCustomer(call));
    return [];
  }),

  CancelSalesOrderForOperator: operatorMethod(VOID_ANSWER, (call) => {
    cancel(call.context.world, orderIndexFrom(call, 'salesId'), byOperator(call));
    return [];
  }),

  CancelLineSalesOrderForOperator: operatorMethod(VOID_ANSWER, (call) => {
    const line = namedLine(call);
    if (!canCancelLine(line)) throw refusals.notCancellable();
    call.context.world.changeLine(line.slot, { statusId: LINE_STATUS.cancelled }, byOperator(call));
    return [];
  }),

  RestoreLineSalesOrderForOperator: operatorMethod(VOID_ANSWER, (call) => {
    const { world } = call.context;
    const line = namedLine(call);
    if (!canRestoreLine(world.order(line.orderIndex), line)) throw refusals.notRestorable();
    world.changeLine(line.slot, { statusId: LINE_STATUS.awaitingPayment }, byOperator(call));
    return [];
  }),

  CloseSalesOrderForOperator: operatorMethod(VOID_ANSWER, (call) => {
    const { world } = call.context;
    const orderIndex = orderIndexFrom(call, 'salesId');
    const { canClose, canCloseCancel } = permissionsAt(world, orderIndex);
    if (!canClose && !canCloseCancel) throw refusals.notClosable();
    closeOrder(world, orderIndex, byOperator(call));
    return [];
  }),

  UpdateOrderForOperator: operatorMethod(VOID_ANSWER, (call) => {
    update(call);
    return [];
  }),

  ChangeSalesOrderLinePurchaseInfoForOperator: operatorMethod(VOID_ANSWER, (call) => {
    const { parameters, context } = call;
    const line = namedLine(call);
    if (!isCounted(line) || line.statusId === LINE_STATUS.awaitingPayment) throw refusals.notBuyable();
    const fields = purchaseFields(line, parameters.text('vendPurchId').trim(), parameters.text('vendPurchWaybill').trim());
    context.world.changeLine(line.slot, fields, byOperator(call));
    return [];
  }),

  GetSalesProcessLog: operatorMethod('SalesProcLogInfoListAnswer', (call) => [
    element('Result', orderLogElements(call.context.world, orderIndexFrom(call, 'salesId'), call.language)),
  ]),
};

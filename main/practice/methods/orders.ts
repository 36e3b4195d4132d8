import { refusals } from '../refusal.ts';
import { PURCHASED, READY_TO_PURCHASE } from '../world/line-status.ts';
import type { OrderLine } from '../world/order-line.ts';
import { orderIndexOf } from '../world/order.ts';
import { customerIndexOf } from '../world/people.ts';
import { searchLines, searchOrders } from '../world/search.ts';
import { element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { frameOf } from './frame.ts';
import { lineFields } from './line-elements.ts';
import { customerMethod, operatorMethod } from './method.ts';
import type { CustomerCall, MethodCall, MethodContext, MethodDefinition, OperatorCall } from './method.ts';
import { orderFields } from './order-elements.ts';
import { defaultOrderSorting, readLineFilter, readOrderFilter } from './search-parameters.ts';

/** The index of the order with this id; another text is refused with NotFound. */
export function orderIndexAt({ world }: MethodContext, orderId: string): number {
  const index = orderIndexOf(orderId);
  if (index === null || index >= world.orderCount) throw refusals.orderNotFound();
  return index;
}

/** The index of the order that a parameter names. */
export function orderIndexFrom({ context, parameters }: OperatorCall, parameter: string): number {
  return orderIndexAt(context, parameters.required(parameter));
}

/** The index of the customer's own order that a parameter names; somebody else's is not found. */
export function ownOrderIndexFrom({ context, parameters, customer }: CustomerCall, parameter: string): number {
  const index = orderIndexAt(context, parameters.required(parameter));
  if (context.world.orders.customerIndexOf(index) !== customerIndexOf(customer.id)) throw refusals.orderNotFound();
  return index;
}

/** An order info under this name (otapi.md 5.4). */
export function orderItem({ context, language }: MethodCall, name: string, orderIndex: number): XmlElement {
  return element(name, orderFields(context.world, orderIndex, language, context.now()));
}

/** The `Result` of order details (otapi.md 5.4) with those of its lines that are asked for. */
function orderDetails(call: MethodCall, orderIndex: number, isQueried: (line: OrderLine) => boolean): XmlElement {
  const { context, language } = call;
  const { world, origin } = context;
  const surroundings = { provider: world.orders.providerOf(orderIndex), language, origin };
  const lines = world.linesOf(orderIndex).filter(isQueried);
  const lineElements = lines.map((line) => element('SalesLine', lineFields(line, 'details', surroundings)));
  return element('Result', [orderItem(call, 'SalesOrderInfo', orderIndex), element('SalesLinesList', lineElements)]);
}

/** Which lines a `queryType` leaves (otapi.md 5.4). */
function queriedLines(call: OperatorCall): (line: OrderLine) => boolean {
  const queryType = call.parameters.text('queryType').trim();
  switch (queryType) {
    case '':
    case '0':
      return () => true;
    case '1':
      return (line) => READY_TO_PURCHASE.has(line.statusId);
    case '2':
      return (line) => PURCHASED.has(line.statusId);
    default:
      throw refusals.badParameter('queryType');
  }
}

/** Searching and reading orders and their lines (otapi.md 5.4, 5.5, 6.2). */
export const orderMethods: Readonly<Record<string, MethodDefinition>> = {
  SearchOrders: operatorMethod('SalesOrderInfoListFrameAnswer', (call) => {
    const { parameters, context } = call;
    const filter = readOrderFilter(parameters.xml('xmlSearchParameters', 'OrderSearchParameters'));
    const orderBy = filter.orderBy.length === 0 ? defaultOrderSorting() : filter.orderBy;
    const found = context.orderSearches.find(parameters.text('xmlSearchParameters'), () =>
      searchOrders(context.world, { ...filter, orderBy }),
    );
    return frameOf(parameters, found, (orderIndex) => orderItem(call, 'Item', orderIndex));
  }),

  SearchOrderLines: operatorMethod('OrderLineInfoListFrameAnswer', ({ parameters, context, language }) => {
    const { world, origin } = context;
    const filter = readLineFilter(parameters.xml('xmlSearchParameters', 'OrderLineSearchParameters'));
    const found = context.lineSearches.find(parameters.text('xmlSearchParameters'), () =>
      searchLines(world, filter, context.waybillMatch),
    );
    return frameOf(parameters, found, (slot) => {
      const provider = world.orders.providerOf(world.orderOf(slot));
      return element('Item', lineFields(world.line(slot), 'list', { provider, language, origin }));
    });
  }),

  GetSalesOrderDetailsForOperator: operatorMethod('SalesOrderDetailsAnswer', (call) => [
    orderDetails(call, orderIndexFrom(call, 'salesId'), queriedLines(call)),
  ]),

  GetSalesOrderDetails: customerMethod('SalesOrderDetailsAnswer', (call) => [orderDetails(call, ownOrderIndexFrom(call, 'salesId'), () => true)]),
};

import { refusals } from '../refusal.ts';
import { canBeSplit, LINE_STATUSES, statusesAfter } from '../world/line-status.ts';
import type { LineFields, OrderLine } from '../world/order-line.ts';
import { element } from '../xml-writer.ts';
import { readLineUpdate } from './line-update.ts';
import { byOperator, operatorMethod, VOID_ANSWER } from './method.ts';
import type { MethodDefinition, OperatorCall } from './method.ts';
import { orderIndexFrom } from './orders.ts';
import { processLogElements } from './process-log.ts';
import { lineStatusElements } from './reference-lists.ts';

/** The line that the parameters name, which must belong to the order that they name. */
export function lineFrom(call: OperatorCall, orderParameter: string, lineId: string): OrderLine {
  const orderIndex = orderIndexFrom(call, orderParameter);
  const line = call.context.world.lineById(lineId.trim());
  if (line === null || line.orderIndex !== orderIndex) throw refusals.lineNotFound();
  return line;
}

/** Setting the status that a line has already is no change, and never refused. */
function checkStatus(line: OrderLine, statusId: number): void {
  if (!LINE_STATUSES.has(statusId)) throw refusals.badParameter('statusId');
  if (statusId !== line.statusId && !statusesAfter(line.statusId).includes(statusId)) throw refusals.statusNotAvailable();
}

/** All lines are checked before the first is changed. */
function updateLines(call: OperatorCall, lines: readonly OrderLine[]): void {
  const update = readLineUpdate(call.parameters.xml('xmlUpdateData', 'OrderLineUpdateData'));
  for (const line of lines) {
    if (update.statusId !== undefined) checkStatus(line, update.statusId);
  }
  for (const line of lines) change(call, line, update);
}

function change(call: OperatorCall, line: OrderLine, fields: Partial<LineFields>): void {
  call.context.world.changeLine(line.slot, fields, byOperator(call));
}

function split(call: OperatorCall, line: OrderLine, quantity: number): OrderLine {
  const { world } = call.context;
  if (!canBeSplit(line.statusId)) throw refusals.notSplittable();
  if (quantity < 1 || quantity >= line.qty) throw refusals.wrongQuantity();
  return world.line(world.splitLine(line.slot, quantity, byOperator(call)));
}

/** An empty comment changes nothing; one blank clears it (otapi.md 6.3). Any other stays as it was sent. */
function commentFields(comment: string): Partial<LineFields> {
  if (comment === '') return {};
  return { operatorComment: comment.trim() === '' ? '' : comment };
}

/** Sets a status, for a part of the line when the quantity is less than the line's. */
function changeStatus(call: OperatorCall): void {
  const { parameters } = call;
  const line = lineFrom(call, 'salesId', parameters.required('salesLineId'));
  const statusId = parameters.count('statusId');
  const quantity = parameters.text('quantity').trim() === '' ? line.qty : parameters.count('quantity');
  const comment = commentFields(parameters.text('comment'));
  checkStatus(line, statusId);
  if (quantity < 1 || quantity > line.qty) throw refusals.wrongQuantity();
  const isPart = quantity < line.qty && statusId !== line.statusId;
  change(call, isPart ? split(call, line, quantity) : line, { statusId, ...comment });
}

/** Changing lines, and what they may become (otapi.md 6.3, 5.2). */
export const lineChangeMethods: Readonly<Record<string, MethodDefinition>> = {
  UpdateOrderLineForOperator: operatorMethod(VOID_ANSWER, (call) => {
    updateLines(call, [lineFrom(call, 'orderId', call.parameters.required('orderLineId'))]);
    return [];
  }),

  UpdateOrderLinesForOperator: operatorMethod(VOID_ANSWER, (call) => {
    const ids = call.parameters.required('orderLineIds').split(';').filter((id) => id.trim() !== '');
    if (ids.length === 0) throw refusals.missingParameter('orderLineIds');
    updateLines(call, ids.map((id) => lineFrom(call, 'orderId', id)));
    return [];
  }),

  ChangeLineStatus: operatorMethod(VOID_ANSWER, (call) => {
    changeStatus(call);
    return [];
  }),

  SplitOrderLineForOperator: operatorMethod(VOID_ANSWER, (call) => {
    const line = lineFrom(call, 'orderId', call.parameters.required('orderLineId'));
    const count = call.parameters.xml('xmlSplitData', 'OrderLineSplitData').textOf('SeparatedItemsCount');
    if (count === null || !/^\d{1,9}$/.test(count)) throw refusals.badParameter('xmlSplitData');
    split(call, line, Number(count));
    return [];
  }),

  GetLineAvailableStatusList: operatorMethod('SalesLineStatusInfoListAnswer', (call) => {
    const line = lineFrom(call, 'salesId', call.parameters.required('salesLineId'));
    return [element('Result', lineStatusElements(statusesAfter(line.statusId), call.language))];
  }),

  GetSaleLineProcessLog: operatorMethod('SalesLineProcLogInfoListAnswer', (call) => {
    const line = lineFrom(call, 'salesId', call.parameters.required('salesLineId'));
    return [element('Result', processLogElements(call.context.world, line, call.language))];
  }),
};

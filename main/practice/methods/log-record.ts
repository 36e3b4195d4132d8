import { customerAt, customerIndexOf, OTHER_STATION_OPERATOR, SIGNED_IN_OPERATOR } from '../world/people.ts';
import type { Customer } from '../world/people.ts';
import type { PracticeWorld } from '../world/world.ts';
import { dateTime, element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';

/** One record of a history (otapi.md 5.2). */
export interface LogRecord {
  readonly at: Date;
  readonly operatorId: string | null;
  readonly customerId?: string | undefined;
  readonly field: string;
  readonly previous: string;
  readonly next: string;
  readonly oldStatus: string;
  readonly newStatus: string;
}

export function logRecord(world: PracticeWorld, name: string, record: LogRecord): XmlElement {
  const operator = [SIGNED_IN_OPERATOR, OTHER_STATION_OPERATOR].find(({ id }) => id === record.operatorId);
  const customer = customerWith(world, record.customerId);
  const [date = '', time = ''] = dateTime(record.at).split('T');
  return element(name, [
    element('LogDate', date),
    element('LogTime', time),
    element('OperatorId', operator?.id ?? ''),
    element('CustId', customer?.id ?? ''),
    element('OperatorName', operator === undefined ? '' : `${operator.firstName} ${operator.lastName}`),
    element('CustName', customer === null ? '' : `${customer.lastName} ${customer.firstName}`),
    element('FieldName', record.field),
    element('PrevValue', record.previous),
    element('NewValue', record.next),
    element('OldStatus', record.oldStatus),
    element('NewStatus', record.newStatus),
  ]);
}

function customerWith({ origin }: PracticeWorld, id: string | undefined): Customer | null {
  const index = id === undefined ? null : customerIndexOf(id);
  return index === null ? null : customerAt(origin.seed, index);
}

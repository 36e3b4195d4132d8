import { accountSign } from '../world/accounts.ts';
import { fromHundredths } from '../world/amounts.ts';
import { INTERNAL_CURRENCY } from '../world/money.ts';
import { orderIdAt } from '../world/order.ts';
import { customerAt } from '../world/people.ts';
import type { PracticeWorld } from '../world/world.ts';
import type { XmlNode } from '../xml-parameters.ts';
import { dateTime, decimal, element, elementIfPresent } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { readDateTime } from './search-parameters.ts';

/** Places of the movements on customers' accounts that a `<TransactionSearchParameters>` leaves (otapi.md 5.3), the newest first. */
export function searchTransactions({ accounts }: PracticeWorld, filter: XmlNode): number[] {
  const from = readDateTime(filter.textOf('DateFrom'), 0) ?? Number.NEGATIVE_INFINITY;
  const to = readDateTime(filter.textOf('DateTo'), 999) ?? Number.POSITIVE_INFINITY;
  const dated = accounts.moves.flatMap((move, place) => (accountSign(move) === 0 ? [] : [{ place, time: Date.parse(move.date) }]));
  const found = dated.filter(({ time }) => time >= from && time <= to);
  return found.sort((left, right) => right.time - left.time || right.place - left.place).map(({ place }) => place);
}

/** A transaction; the names of its fields are our choice. */
export function transactionElement({ accounts, origin }: PracticeWorld, place: number): XmlElement {
  const move = accounts.moves[place];
  if (move === undefined) throw new RangeError(`There is no transaction ${place}`);
  const { id, login } = customerAt(origin.seed, move.customerIndex);
  return element('Item', [
    element('Id', String(FIRST_TRANSACTION_ID + place)),
    element('TransactionDate', dateTime(new Date(move.date))),
    element('CreatedDateTime', dateTime(new Date(move.at))),
    element('CustomerId', id),
    element('UserLogin', login),
    element('IsDebit', accountSign(move) > 0),
    element('Amount', decimal(fromHundredths(move.amount))),
    element('CurrencyCode', INTERNAL_CURRENCY.code),
    element('Comment', move.comment),
    elementIfPresent('SalesId', move.orderIndex === null ? null : orderIdAt(move.orderIndex)),
    elementIfPresent('OperatorId', move.operatorId),
  ]);
}

const FIRST_TRANSACTION_ID = 90_001;

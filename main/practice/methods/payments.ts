import { refusals } from '../refusal.ts';
import { readTransactionDate } from '../transaction-date.ts';
import { fromHundredths } from '../world/amounts.ts';
import type { ChangeBy } from '../world/changes.ts';
import { INTERNAL_CURRENCY } from '../world/money.ts';
import { accountSumsOf, availableTo, moneyOf } from '../world/order-money.ts';
import { payOrder } from '../world/order-operations.ts';
import { customerAt } from '../world/people.ts';
import type { PracticeWorld } from '../world/world.ts';
import { decimal, element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';
import { accountNumberOf, customerIndexFrom } from './customers.ts';
import { frameOf } from './frame.ts';
import { byCustomer, byOperator, customerMethod, operatorMethod, VOID_ANSWER } from './method.ts';
import type { MethodDefinition, OperatorCall } from './method.ts';
import { orderIndexFrom, ownOrderIndexFrom } from './orders.ts';
import { searchTransactions, transactionElement } from './transactions.ts';

const amountElement = (name: string, hundredths: number): XmlElement => element(name, decimal(fromHundredths(hundredths)));

/** SalesPaymentInfo (otapi.md 5.3). */
function paymentInfo(world: PracticeWorld, orderIndex: number): XmlElement {
  const { total, paid } = moneyOf(world, orderIndex);
  const customerIndex = world.orders.customerIndexOf(orderIndex);
  return element('Result', [
    element('SalesId', world.order(orderIndex).id),
    element('CustId', customerAt(world.origin.seed, customerIndex).id),
    amountElement('CustBalanceAvail', availableTo(world, customerIndex)),
    amountElement('SalesAmount', total),
    amountElement('SalesPaid', paid),
    element('CurrencyCode', INTERNAL_CURRENCY.code),
  ]);
}

/** Pays for an order from the account of its customer, as far as there is something to pay and money for it. */
function pay(world: PracticeWorld, orderIndex: number, amount: number, by: ChangeBy): void {
  if (amount > moneyOf(world, orderIndex).due) throw refusals.moreThanRemains();
  if (amount > availableTo(world, world.orders.customerIndexOf(orderIndex))) throw refusals.notEnoughMoney();
  payOrder(world, orderIndex, amount, by);
}

/** The fields of a customer's account, once in the internal currency and once in the customer's, which are the same here. */
function accountElements({ context }: OperatorCall, customerIndex: number): XmlElement[] {
  const customer = customerAt(context.world.origin.seed, customerIndex);
  const { available, reserved, awaited } = accountSumsOf(context.world, customerIndex);
  const inCurrency = (suffix: string): XmlElement[] => [
    amountElement(`Balance${suffix}`, available + reserved),
    amountElement(`Reserved${suffix}`, reserved),
    amountElement(`Available${suffix}`, available),
    amountElement(`PaymWait${suffix}`, awaited),
    element(`CurrencyCode${suffix}`, INTERNAL_CURRENCY.code),
    element(`CurrencySign${suffix}`, INTERNAL_CURRENCY.sign),
  ];
  return [element('Id', accountNumberOf(customer)), element('Num', accountNumberOf(customer)), ...inCurrency('Internal'), ...inCurrency('Cust')];
}

/** Money (otapi.md 5.3). Whoever repeats a call moves the money again. */
export const paymentMethods: Readonly<Record<string, MethodDefinition>> = {
  PostTransaction: operatorMethod(VOID_ANSWER, (call) => {
    const { parameters, context } = call;
    const { world, now } = context;
    const customerIndex = customerIndexFrom(call, 'customerId');
    const amount = parameters.money('amount');
    const what = parameters.truth('isDebit') ? 'deposit' : 'withdrawal';
    const date = readTransactionDate(parameters.text('transactionDate').trim(), now());
    if (date === null) throw refusals.badParameter('transactionDate');
    if (what === 'withdrawal' && amount > availableTo(world, customerIndex)) throw refusals.notEnoughMoney();
    world.moveMoney({ what, customerIndex, orderIndex: null, amount, comment: parameters.text('comment'), date }, byOperator(call));
    return [];
  }),

  SalesPaymentReserve: operatorMethod('SalesPaymentInfoAnswer', (call) => {
    const { world } = call.context;
    const orderIndex = orderIndexFrom(call, 'salesId');
    pay(world, orderIndex, call.parameters.money('amount'), byOperator(call));
    return [paymentInfo(world, orderIndex)];
  }),

  PaymentPersonalAccount: customerMethod(VOID_ANSWER, (call) => {
    pay(call.context.world, ownOrderIndexFrom(call, 'salesId'), call.parameters.money('amount'), byCustomer(call));
    return [];
  }),

  GetSalesPaymentInfo: operatorMethod('SalesPaymentInfoAnswer', (call) => [paymentInfo(call.context.world, orderIndexFrom(call, 'salesId'))]),

  GetAccountInfoForOperator: operatorMethod('AccountInfoAnswer', (call) => [
    element('Result', accountElements(call, customerIndexFrom(call, 'customerId'))),
  ]),

  SearchTransactions: operatorMethod('TransactionListFrameAnswer', ({ parameters, context }) => {
    const { world } = context;
    const found = searchTransactions(world, parameters.xml('xmlSearchParameters', 'TransactionSearchParameters'));
    return frameOf(parameters, found, (place) => transactionElement(world, place));
  }),
};

import { expect, test } from 'vitest';
import type { OrderLine, StatusName } from '../../../main/otapi/index.ts';
import { decideReverse } from '../../../main/sync/outbox/decide-reverse.ts';
import type { OperationProgress } from '../../../main/sync/outbox/progress.ts';
import { orderLine } from '../receiving/order-lines.ts';

interface Row {
  name: string;
  receive: { state: string; progress: OperationProgress };
  progress?: OperationProgress;
  lines: OrderLine[];
  offered?: StatusName[] | null;
  expected: object;
}

const ordered = [{ id: 4, name: 'Ordered' }];
const split = { pieces: 2, answered: false, lines: [{ id: '501', quantity: 5 }] };
const whole = { status: { lineId: '501', previousStatusId: 4, answered: true } };
const part = { split, partId: '777', status: { lineId: '777', previousStatusId: 4, answered: true } };
const setBack = { status: { lineId: '501', previousStatusId: 6, answered: true } };
const received = orderLine('501', { statusId: 6 });
const failed = (reason: string) => ({ kind: 'failed', error: { details: { reason } } });
const done = (remark: string | null) => ({ kind: 'done', remark });

test.each<Row>([
  {
    name: 'asks which statuses are offered before it sets one',
    receive: { state: 'done', progress: whole },
    lines: [received],
    expected: { kind: 'ask-statuses', lineId: '501' },
  },
  {
    name: 'sets the earlier status when it is offered',
    receive: { state: 'done', progress: whole },
    lines: [received],
    offered: ordered,
    expected: { kind: 'set-status', lineId: '501', statusId: 4, progress: { status: { previousStatusId: 6 } } },
  },
  {
    name: 'fails when the earlier status is not offered',
    receive: { state: 'done', progress: whole },
    lines: [orderLine('501', { statusId: 8 })],
    offered: [{ id: 9, name: 'Posted' }],
    expected: failed('cannot-reverse-status'),
  },
  {
    name: 'is done when the line is not received any more',
    receive: { state: 'done', progress: whole },
    lines: [orderLine('501')],
    expected: done(null),
  },
  {
    name: 'says that the split stays',
    receive: { state: 'done', progress: part },
    lines: [orderLine('501', { quantity: 3 }), orderLine('777')],
    expected: done('split-remains'),
  },
  {
    name: 'sets the part back, not the line',
    receive: { state: 'done', progress: part },
    lines: [orderLine('501', { quantity: 3 }), orderLine('777', { statusId: 6 })],
    offered: ordered,
    expected: { kind: 'set-status', lineId: '777', statusId: 4 },
  },
  {
    name: 'fails when the received line is gone',
    receive: { state: 'done', progress: part },
    lines: [orderLine('501', { quantity: 3 })],
    expected: failed('line-gone'),
  },
  {
    name: 'leaves what another station had received',
    receive: { state: 'done', progress: {} },
    lines: [received],
    expected: done('received-there-remains'),
  },
  {
    name: 'finds out that a lost split did not happen',
    receive: { state: 'sending', progress: { split } },
    lines: [orderLine('501', { quantity: 5 })],
    expected: done(null),
  },
  {
    name: 'finds out that a lost split did happen',
    receive: { state: 'sending', progress: { split } },
    lines: [orderLine('501', { quantity: 3 }), orderLine('777')],
    expected: done('split-remains'),
  },
  {
    name: 'asks a person when a lost split cannot be told',
    receive: { state: 'failed', progress: { split } },
    lines: [orderLine('501', { quantity: 4 })],
    expected: failed('order-changed'),
  },
  {
    name: 'takes a status back whose answer was lost',
    receive: { state: 'sending', progress: { status: { ...whole.status, answered: false } } },
    lines: [received],
    offered: ordered,
    expected: { kind: 'set-status', lineId: '501', statusId: 4 },
  },
  {
    name: 'fails when the answered status is not taken',
    receive: { state: 'done', progress: whole },
    progress: setBack,
    lines: [received],
    offered: ordered,
    expected: failed('status-not-taken'),
  },
])('$name', ({ receive, progress = {}, lines, offered = null, expected }) => {
  expect(decideReverse({ progress }, { lineId: '501', ...receive }, lines, offered)).toMatchObject(expected);
});

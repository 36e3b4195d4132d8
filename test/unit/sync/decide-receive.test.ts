import { describe, expect, test } from 'vitest';
import type { OrderLine } from '../../../main/otapi/index.ts';
import { decideReceive } from '../../../main/sync/outbox/decide-receive.ts';
import type { OperationProgress } from '../../../main/sync/outbox/progress.ts';
import { orderLine } from '../receiving/order-lines.ts';

interface Row {
  name: string;
  progress?: OperationProgress;
  pieces?: number;
  lines: OrderLine[];
  expected: object;
}

const unansweredSplit = { request: 'split', begunAt: 1 } as const;
const unansweredStatus = { request: 'status', begunAt: 1 } as const;
const before = [{ id: '501', quantity: 5 }];
const lostSplit: OperationProgress = { unanswered: unansweredSplit, split: { pieces: 2, answered: false, lines: before } };
const answeredSplit: OperationProgress = { split: { pieces: 2, answered: true, lines: before } };

function decide(row: Row) {
  return decideReceive({ lineId: '501', pieces: row.pieces ?? 2, progress: row.progress ?? {} }, row.lines);
}

const failed = (reason: string) => ({ kind: 'failed', error: { details: { reason } } });
const done = (remark: string | null) => ({ kind: 'done', remark });
const setStatusOf = (lineId: string) => ({
  kind: 'set-status',
  lineId,
  progress: { status: { lineId, previousStatusId: 4, answered: false } },
});

describe('with nothing begun', () => {
  test.each<Row>([
    { name: 'the line is gone', lines: [orderLine('502')], expected: failed('line-gone') },
    { name: 'the line is cancelled', lines: [orderLine('501', { statusId: 13 })], expected: failed('not-deliverable') },
    {
      name: 'a bigger line is returned to the supplier',
      lines: [orderLine('501', { statusId: 11, quantity: 9 })],
      expected: failed('not-deliverable'),
    },
    { name: 'another station received it', lines: [orderLine('501', { statusId: 6 })], expected: done('already-received-there') },
    {
      name: 'a bigger line is packed already',
      lines: [orderLine('501', { statusId: 7, quantity: 9 })],
      expected: done('already-received-there'),
    },
    { name: 'the whole line has come', lines: [orderLine('501')], expected: setStatusOf('501') },
    { name: 'fewer pieces are left', lines: [orderLine('501', { quantity: 1 })], expected: setStatusOf('501') },
    {
      name: 'a part of the line has come',
      lines: [orderLine('501', { quantity: 5 }), orderLine('502'), orderLine('503', { itemId: 'item-2' })],
      expected: {
        kind: 'split',
        pieces: 2,
        progress: { split: { pieces: 2, answered: false, lines: [{ id: '501', quantity: 5 }, { id: '502', quantity: 2 }] } },
      },
    },
  ])('$name', (row) => expect(decide(row)).toMatchObject(row.expected));
});

describe('with a split whose answer was lost', () => {
  const shrunk = orderLine('501', { quantity: 3 });
  test.each<Row>([
    { name: 'it happened', lines: [shrunk, orderLine('777')], expected: setStatusOf('777') },
    {
      name: 'it happened, and the rest was received elsewhere',
      lines: [orderLine('501', { quantity: 3, statusId: 6 }), orderLine('777')],
      expected: setStatusOf('777'),
    },
    { name: 'it did not happen', lines: [orderLine('501', { quantity: 5 })], expected: { kind: 'split' } },
    {
      name: 'it did not happen, and the line was received elsewhere',
      lines: [orderLine('501', { quantity: 5, statusId: 6 })],
      expected: done('already-received-there'),
    },
    { name: 'the line shrank without a new one', lines: [shrunk], expected: failed('order-changed') },
    {
      name: 'the line shrank by another number',
      lines: [orderLine('501', { quantity: 4 }), orderLine('777', { quantity: 1 })],
      expected: failed('order-changed'),
    },
    {
      name: 'two splits of the same size happened',
      lines: [orderLine('501', { quantity: 1 }), orderLine('777'), orderLine('778')],
      expected: failed('order-changed'),
    },
    {
      name: 'the new line is of other goods',
      lines: [shrunk, orderLine('777', { configurationId: 'blue-M' })],
      expected: failed('order-changed'),
    },
    {
      name: 'the new line has arrived already, so it is not ours',
      lines: [shrunk, orderLine('777', { statusId: 6 })],
      expected: failed('order-changed'),
    },
    { name: 'the line is gone', lines: [orderLine('777')], expected: failed('order-changed') },
  ])('$name', (row) => expect(decide({ ...row, progress: lostSplit })).toMatchObject(row.expected));
});

describe('with a split that was answered', () => {
  test.each<Row>([
    { name: 'the part is there', lines: [orderLine('501', { quantity: 3 }), orderLine('777')], expected: setStatusOf('777') },
    {
      name: 'another station has split another number off as well',
      lines: [orderLine('501', { quantity: 2 }), orderLine('777'), orderLine('778', { quantity: 1 })],
      expected: setStatusOf('777'),
    },
    {
      name: 'another station has split the same number off as well',
      lines: [orderLine('501', { quantity: 1 }), orderLine('777'), orderLine('778')],
      expected: failed('order-changed'),
    },
    {
      name: 'another station has split and received the same number',
      lines: [orderLine('501', { quantity: 1 }), orderLine('777'), orderLine('778', { statusId: 6 })],
      expected: setStatusOf('777'),
    },
    { name: 'nothing has changed', lines: [orderLine('501', { quantity: 5 })], expected: failed('order-changed') },
  ])('$name', (row) => expect(decide({ ...row, progress: answeredSplit })).toMatchObject(row.expected));
});

describe('with the part known', () => {
  const progress = { ...answeredSplit, partId: '777' };
  test.each<Row>([
    { name: 'its status is still to be set', progress, lines: [orderLine('777')], expected: setStatusOf('777') },
    { name: 'it is gone', progress, lines: [orderLine('501')], expected: failed('line-gone') },
    { name: 'it was cancelled', progress, lines: [orderLine('777', { statusId: 13 })], expected: failed('not-deliverable') },
    {
      name: 'its status was set by us',
      progress: { ...progress, status: { lineId: '777', previousStatusId: 4, answered: true } },
      lines: [orderLine('777', { statusId: 6 })],
      expected: done(null),
    },
  ])('$name', (row) => expect(decide(row)).toMatchObject(row.expected));
});

describe('with a status begun', () => {
  const status = { lineId: '501', previousStatusId: 4, answered: false };
  const lost: OperationProgress = { unanswered: unansweredStatus, status };
  const answeredStatus: OperationProgress = { status: { ...status, answered: true } };
  test.each<Row>([
    { name: 'lost, but carried out', progress: lost, lines: [orderLine('501', { statusId: 6 })], expected: done(null) },
    { name: 'lost, and not carried out', progress: lost, lines: [orderLine('501')], expected: setStatusOf('501') },
    { name: 'answered', progress: answeredStatus, lines: [orderLine('501', { statusId: 6 })], expected: done(null) },
    {
      name: 'answered; the line went on to packing at once',
      progress: answeredStatus,
      lines: [orderLine('501', { statusId: 7 })],
      expected: done(null),
    },
    {
      name: 'answered; the line had fewer pieces left than were received',
      progress: answeredStatus,
      lines: [orderLine('501', { statusId: 6, quantity: 1 })],
      expected: done('fewer-left'),
    },
    { name: 'answered, yet not taken', progress: answeredStatus, lines: [orderLine('501')], expected: failed('status-not-taken') },
    {
      name: 'lost; the line has grown meanwhile',
      progress: lost,
      lines: [orderLine('501', { quantity: 6 })],
      expected: { kind: 'split', pieces: 2 },
    },
  ])('$name', (row) => expect(decide(row)).toMatchObject(row.expected));
});

test('whatever is decided no longer carries the mark of a lost answer', () => {
  const lines = [orderLine('501', { quantity: 3 }), orderLine('777')];
  expect(decide({ name: '', progress: lostSplit, lines, expected: {} })).not.toHaveProperty('progress.unanswered');
});

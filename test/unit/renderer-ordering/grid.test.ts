import { describe, expect, test } from 'vitest';
import { emptyDraftLine, mostLines, type DraftLine } from '../../../preload/contract/order-draft.ts';
import { gridRows, neighbour, readPasted, withCell, withoutRow, withPasted, withRow } from '../../../renderer/ordering/grid.ts';

const line = (item: string, rest: Partial<DraftLine> = {}): DraftLine => ({ ...emptyDraftLine(), item, ...rest });

describe('the rows of the grid', () => {
  test('end with an empty one to type into', () => {
    expect(gridRows([])).toEqual([emptyDraftLine()]);
    expect(gridRows([line('1')])).toEqual([line('1'), emptyDraftLine()]);
    expect(gridRows([line('1'), emptyDraftLine()])).toHaveLength(2);
  });

  test('end with the last line when the order is full', () => {
    const full = Array.from({ length: mostLines }, () => line('1'));
    expect(gridRows(full)).toHaveLength(mostLines);
  });
});

describe('a cell', () => {
  test('takes a text, and the row below the last one becomes a line with it', () => {
    expect(withCell([line('1')], { row: 1, column: 'quantity' }, '2')).toEqual([line('1'), line('', { quantity: '2' })]);
  });

  test('leads to its neighbours and nowhere beyond the grid', () => {
    expect(neighbour({ row: 0, column: 'item' }, { rows: 1, columns: 0 }, 2)).toEqual({ row: 1, column: 'item' });
    expect(neighbour({ row: 0, column: 'item' }, { rows: 0, columns: 1 }, 2)).toEqual({ row: 0, column: 'configurationId' });
    expect(neighbour({ row: 1, column: 'item' }, { rows: 1, columns: 0 }, 2)).toBeNull();
    expect(neighbour({ row: 0, column: 'item' }, { rows: -1, columns: 0 }, 2)).toBeNull();
    expect(neighbour({ row: 0, column: 'promotionId' }, { rows: 0, columns: 1 }, 2)).toBeNull();
    expect(neighbour({ row: 0, column: 'item' }, { rows: 0, columns: -1 }, 2)).toBeNull();
  });
});

test('a row that was removed comes back where it had been', () => {
  const lines = [line('1'), line('2'), line('3')];
  expect(withRow(withoutRow(lines, 1), 1, line('2'))).toEqual(lines);
});

describe('what is pasted', () => {
  test('of a single cell is pasted as any text', () => {
    expect(readPasted('591608177630')).toBeNull();
    expect(readPasted('591608177630\r\n')).toBeNull();
  });

  test('has a cell for every tab and a row for every line', () => {
    expect(readPasted('1\t4001\t2\r\n2\t\t3\r\n')).toEqual([['1', '4001', '2'], ['2', '', '3']]);
  });

  test('may have line ends and quotes in quoted cells', () => {
    expect(readPasted('"red\nand ""big"""\t2\n1\t"3"')).toEqual([['red and "big"', '2'], ['1', '3']]);
  });

  test('keeps a quote that closes nothing', () => {
    expect(readPasted('12" frame\t"2')).toEqual([['12" frame', '"2']]);
  });

  test('fills cells from the one with the focus to the right and down', () => {
    const pasted = withPasted([line('1', { weight: '7' })], { row: 0, column: 'configurationId' }, [['4001', '2'], ['4002', '3']]);
    expect(pasted).toEqual([line('1', { weight: '7', configurationId: '4001', quantity: '2' }), line('', { configurationId: '4002', quantity: '3' })]);
  });

  test('leaves off cells beyond the last column and lines beyond the most', () => {
    const [only] = withPasted([], { row: 0, column: 'promotionId' }, [['a', 'b']]);
    expect(only).toEqual(line('', { promotionId: 'a' }));
    const rows = Array.from({ length: mostLines + 5 }, (_, index) => [String(index)]);
    expect(withPasted([line('1')], { row: 1, column: 'item' }, rows)).toHaveLength(mostLines);
  });
});

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createDesk, type Desk } from '../../../renderer/receive/desk.ts';
import { stripState } from '../../../renderer/receive/desk-state.ts';
import { createMockBridge, type MockBridge } from './mock-bridge.ts';

const threeLines = 'YT8812345678901';
const partly = 'SF1234567890123';

let mock: MockBridge;
let desk: Desk;

beforeEach(() => {
  mock = createMockBridge();
  let ids = 0;
  desk = createDesk({
    receiving: mock.bridge.receiving,
    newId: () => `id-${(ids += 1)}`,
    onSound: () => undefined,
    onWritten: () => undefined,
  });
});

const strip = () => stripState(desk.state());
const argumentsOf = (call: string) => mock.calls.filter(({ name }) => name === call).map(({ argument }) => argument);
const settled = () => vi.waitFor(() => expect([desk.state().busy, desk.state().queue.length]).toEqual([null, 0]), { interval: 1 });

async function scan(code: string): Promise<void> {
  desk.scan(code, 'scanner');
  await settled();
}

describe('a scan whose beginning was given out too early', () => {
  const half = threeLines.slice(0, 6);
  const unlisted = () => argumentsOf('receiving.closeUnknownParcel');

  test('shows the whole, and takes the beginning off the list of unknown parcels', async () => {
    await scan(half);
    const id = desk.state().card?.unknownParcel?.id;
    desk.scan(threeLines, 'scanner', half);
    await settled();
    expect(strip()).toBe('found');
    expect(desk.state().card?.waybill).toBe(threeLines);
    expect(unlisted()).toEqual([{ id }]);
  });

  test('leaves a parcel on the list that was unknown before', async () => {
    await scan(half);
    await scan(half);
    desk.scan(threeLines, 'scanner', half);
    await settled();
    expect(unlisted()).toEqual([]);
  });

  test('leaves a parcel on the list that another scan has put there', async () => {
    await scan(half);
    desk.scan(threeLines, 'scanner', 'SOMETHING ELSE');
    await settled();
    expect(unlisted()).toEqual([]);
  });

  test('takes the place of the beginning that still waits', async () => {
    mock.world.delayMs = 5;
    desk.scan(partly, 'scanner');
    desk.scan(half, 'scanner');
    desk.scan(threeLines, 'scanner', half);
    expect(desk.state().queue.map(({ raw }) => raw)).toEqual([threeLines]);
    await settled();
  });

  test('is no second scan that accepts the parcel', async () => {
    await scan(threeLines);
    desk.scan(` ${threeLines}`, 'scanner', threeLines);
    await settled();
    expect(argumentsOf('receiving.receive')).toEqual([]);
    expect(strip()).toBe('found');
  });
});

import { expect, test } from 'vitest';
import { readNextPage, startOfList, type ListPosition } from '../../../main/sync/cache/pages.ts';

/** Walks through `list`; `between` may change it after each page. Answers with everything that was read. */
async function walk(list: number[], between: (page: number) => void = () => {}, cap = 100): Promise<Set<number>> {
  const read = new Set<number>();
  let at: ListPosition = startOfList;
  for (let page = 1; page < 200; page += 1) {
    const { items, next, ended } = await readNextPage(
      ({ position, size }) =>
        Promise.resolve({ items: list.slice(position, position + Math.min(size, cap)), total: list.length }),
      String,
      at,
    );
    for (const item of items) read.add(item);
    if (ended) return read;
    at = JSON.parse(JSON.stringify(next)) as ListPosition;
    between(page);
  }
  throw new Error('the walk does not end');
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each([0, 1, 99, 100, 101, 1_000])('reads a list of %i whole', async (count) => {
  expect([...(await walk(numbers(count)))]).toEqual(numbers(count));
});

test.each([1, 10, 11, 60, 150])('misses nothing that stays when %i items leave in front of it after a page', async (leaving) => {
  const list = numbers(1_000);
  const read = await walk(list, (page) => {
    if (page === 5) list.splice(0, leaving);
  });
  expect(list.filter((item) => !read.has(item))).toEqual([]);
});

test('misses nothing when one item leaves after every page', async () => {
  const list = numbers(1_000);
  const read = await walk(list, () => list.splice(0, 1));
  expect(list.filter((item) => !read.has(item))).toEqual([]);
});

test('misses nothing that was there when items come in at the front', async () => {
  const list = numbers(1_000);
  const read = await walk(list, (page) => {
    if (page < 10) list.unshift(-page);
  });
  expect(numbers(1_000).filter((item) => !read.has(item))).toEqual([]);
});

test.each([25, 10, 3])('ends well when the server gives only %i items a page', async (cap) => {
  expect((await walk(numbers(120), () => {}, cap)).size).toBe(120);
});

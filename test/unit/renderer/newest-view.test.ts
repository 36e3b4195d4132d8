import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { newestView, takeNewest } from '../../../renderer/bridge/newest-view.ts';

it('a view that comes late does not replace a newer one', () => {
  const client = new QueryClient();
  const kept = () => client.getQueryData<{ revision: number }>(['view'])?.revision;
  for (const revision of [4, 6, 5]) takeNewest(client, ['view'], { revision });
  expect(kept()).toBe(6);
  expect(newestView(client, ['view'], { revision: 3 })).toEqual({ revision: 6 });
  takeNewest(client, ['view'], { revision: 7 });
  expect(kept()).toBe(7);
});

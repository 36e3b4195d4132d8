import type * as Electron from 'electron';
import { guarded, NotInTheStandIn } from '../guard/missing.ts';

/** docs/api/net: fetch by Node instead of Chromium. */
export const net = guarded('net', {
  fetch: async (input: string | Request, init?: RequestInit): Promise<Response> => fetch(input, init),
  isOnline: () => true,
  online: true,
  request: () => {
    throw new NotInTheStandIn('net.request');
  },
});

net satisfies Pick<Electron.Net, 'isOnline'>;

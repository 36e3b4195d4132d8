import type { Station, StationLog } from '../../station/index.ts';
import type { Policy } from './policy.ts';

/** Says in the log what is laid down, and to people that a file is not followed. */
export function tellOfPolicy({ view, updateAddress }: Policy, station: Pick<Station, 'tell'>, log: StationLog): void {
  const { file, locked, practiceAllowed, problem } = view;
  if (problem === null) {
    if (locked.length > 0 || !practiceAllowed || updateAddress !== null) log.info({ file, locked, practiceAllowed, updateAddress }, 'Following a policy');
    return;
  }
  log.warn({ file, ...problem }, 'The policy file has a fault and is not followed');
  station.tell('policy-broken', { file });
}

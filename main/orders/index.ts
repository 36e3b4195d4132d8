export type { CachedLine } from './cached-line.ts';
export { createLineCache, type CacheChange, type LineCache } from './line-cache.ts';
export {
  awaitedStatusIds,
  lineStatus,
  lineStatusGroup,
  notDeliverableStatusIds,
  receivedStatusIds,
  type LineStatusGroup,
} from './line-statuses.ts';
export { pictureAddress } from './picture-address.ts';
export type { FoundLines } from './search-lines.ts';

import type { UpdateFault } from '../../../preload/contract/index.ts';

/** By electron-updater's codes (electron-builder: packages/electron-updater, `newError`) and those of Node. */
const faultsByCode: Record<string, UpdateFault> = {
  ERR_UPDATER_CHANNEL_FILE_NOT_FOUND: 'nothing-there',
  ERR_UPDATER_LATEST_VERSION_NOT_FOUND: 'nothing-there',
  ERR_UPDATER_ASSET_NOT_FOUND: 'nothing-there',
  ERR_UPDATER_INVALID_UPDATE_INFO: 'not-understood',
  ERR_UPDATER_NO_FILES_PROVIDED: 'not-understood',
  ERR_UPDATER_INVALID_VERSION: 'not-understood',
  ERR_UPDATER_NO_CHECKSUM: 'not-understood',
  ERR_CHECKSUM_MISMATCH: 'damaged',
  ERR_UPDATER_INVALID_SIGNATURE: 'not-signed',
  ENOSPC: 'disk',
  EACCES: 'disk',
  EPERM: 'disk',
  EROFS: 'disk',
  ENOTFOUND: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ETIMEDOUT: 'unreachable',
};

/** What went wrong with an update, for a person; the log has the error itself. */
export function updateFaultOf(thrown: unknown): UpdateFault {
  if (!(thrown instanceof Error)) return 'other';
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const known = faultsByCode[code];
  if (known !== undefined) return known;
  // builder-util-runtime's HttpError; Chromium's errors of the network come as text alone (docs/api/client-request).
  if ('statusCode' in thrown && typeof thrown.statusCode === 'number') return thrown.statusCode === 404 ? 'nothing-there' : 'refused';
  return /net::ERR_/.test(thrown.message) ? 'unreachable' : 'other';
}

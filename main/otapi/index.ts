export { activityTypes, cancelActionId } from './activity-types.ts';
export { createOtapiClient, type OtapiClientOptions } from './create-client.ts';
export { describeError } from './describe-error.ts';
export { isOtapiError, OtapiError, type OtapiFailure } from './error.ts';
export { createBulkReader } from './reading/bulk-reader.ts';
export { otapiLanguage } from './language.ts';
export {
  clockErrorCodes,
  importPace,
  linkAddressParameter,
  returnDefaults,
  stepActionKinds,
  stepKindOf,
  transientErrorCodes,
} from './uncertain.ts';
export type { OtapiLogRecord } from './exchange.ts';
export type * from './client.ts';
export type * from './model.ts';

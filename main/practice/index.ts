/** The practice platform: an OT Platform over loopback HTTP, for practice, demonstrations and tests. */
export { startPracticePlatform } from './platform.ts';
export type { PracticePlatform, PracticePlatformOptions } from './platform.ts';
export { ACTIVITY_TYPES } from './background-activities/drafts.ts';
export type { ExportableOrder, PurchaseLine } from './background-activities/exportable-orders.ts';
export type { ActivityPlan } from './background-activities/plans.ts';
export type { WantedOrder } from './background-activities/wanted-orders.ts';
export type { ActivityReport } from './control-activities.ts';
export type { CustomerReport, GoodsReport } from './control-orders.ts';
export type { FaultEffect } from './faults.ts';
export { LOGIN_ENDINGS, LOGIN_ERROR_TEXTS, WAYS_OF_RETURN } from './login-site/login-plan.ts';
export type { LoginPlan, WayOfReturn } from './login-site/login-plan.ts';
export { PROVIDER_ACCOUNT_PASSWORD, PROVIDER_ACCOUNTS } from './provider-logins/accounts.ts';
export type { GoodsState, GoodsStateKind } from './world/goods-state.ts';
export { PARCEL_KINDS } from './world/parcels.ts';
export type { ParcelKind, ParcelSample } from './world/parcels.ts';
export { UnreadableWorldFile } from './world/world-file.ts';

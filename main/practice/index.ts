/** The practice platform: an OT Platform over loopback HTTP, for practice, demonstrations and tests. */
export { startPracticePlatform } from './platform.ts';
export type { PracticePlatform, PracticePlatformOptions } from './platform.ts';
export type { PracticeControl } from './control.ts';
export type { Fault, FaultEffect } from './faults.ts';
export type { LoggedRequest } from './request-log.ts';
export type { LineFields, OrderLine } from './world/order-line.ts';
export type { Order } from './world/order.ts';
export { PARCEL_KINDS } from './world/parcels.ts';
export type { ParcelKind, ParcelSample } from './world/parcels.ts';
export type { PracticeWorld } from './world/world.ts';
export { FEWEST_LINES, MOST_LINES } from './world/world.ts';
export { UnreadableWorldFile } from './world/world-file.ts';

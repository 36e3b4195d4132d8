/**
 * What OT Platform's answers become inside the station. Ids, waybills and enum values are text exactly as they came;
 * an absent element becomes an empty text, null, or an empty list. Sections name the reference of OTAPI's facts.
 */

export type * from './model/activities.ts';
export type * from './model/customers.ts';
export type * from './model/lines.ts';
export type * from './model/lists.ts';
export type * from './model/orders.ts';
export type * from './model/searches.ts';

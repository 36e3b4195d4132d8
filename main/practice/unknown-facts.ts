import type { WaybillMatch } from './world/search.ts';

/**
 * Everything that otapi.md marks as unknown and on which the practice platform had to decide all the
 * same. Each is our choice, with the section it belongs to; the app must not lean on any of them.
 */
export const UNKNOWN_FACTS = {
  /** 2: the error code for a wrong login or password, and (1.7) for an instance key that does not exist. */
  wrongCredentialsCode: 'AccessDenied',
  /** 1.7: a call without a parameter that it needs, or with one that cannot be read. */
  unreadableParameterCode: 'ValidationError',
  /** 1.4: minutes that an operator session lives from its sign-in on. */
  sessionMinutes: 480,
  /** 1.1: an unknown method name is refused with this HTTP status and `NotFound` in the envelope. */
  unknownMethodHttpStatus: 404,
  /** 1.6: the zone of dates; we write UTC. */
  timeZone: 'UTC',
  /** 1.6: the panel asks for 100 items at most; a larger frame is answered with this many. */
  largestFrame: 100,
  /** 6.2: how a waybill is compared: the whole field, letter case aside. Numbers inside a field are not found. */
  waybillMatch: 'whole-field' satisfies WaybillMatch as WaybillMatch,
  /** 5.5: the order of SearchOrders without OrderBy. SearchOrderLines without it goes by ascending line id. */
  defaultOrderSorting: 'CreationDate:DESC',
  /** 6.3: sub-code for a status to which the line may not go, and for a quantity that the line does not have. */
  invalidInputSubCode: 'InvalidInputValue',
} as const;

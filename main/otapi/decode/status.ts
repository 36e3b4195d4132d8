import type { StatusName } from '../model.ts';
import { field, list, record, type Field } from './decoder.ts';
import { integer, orElse, text } from './values.ts';

/** `{Id, Name}` of sections 7.1 and 7.2. */
export const statusName: Field<StatusName> = record<StatusName>({
  id: field('Id', orElse(integer, 0)),
  name: field('Name', text),
});

/** The status of an order or a line, spread over its own elements; id and code carry the same number. */
export const ownStatus: Field<StatusName> = record<StatusName>({
  id: field(['StatusId', 'StatusCode'], orElse(integer, 0)),
  name: field('StatusName', text),
});

export const availableStatuses: Field<StatusName[]> = list('AvailableStatusList', 'SalesLineStatusInfo', statusName);

import { refusals } from '../refusal.ts';
import type { LineFields } from '../world/order-line.ts';
import type { XmlNode } from '../xml-parameters.ts';

const PARAMETER = 'xmlUpdateData';

/** Reads `<OrderLineUpdateData>` (otapi.md 6.3). A child that is missing or empty changes nothing. */
export function readLineUpdate(root: XmlNode): Partial<LineFields> {
  const read = <Field extends keyof LineFields>(field: Field, value: LineFields[Field] | null): Partial<LineFields> =>
    value === null ? {} : { [field]: value };
  return {
    ...read('statusId', wholeNumber(root.textOf('StatusId'))),
    ...read('weight', amount(root.textOf('Weight'))),
    ...read('newInternalPrice', amount(root.textOf('InternalPrice'))),
    ...read('configId', root.textOf('ConfigExternalId')),
    ...read('providerPriceWithDiscount', amount(root.textOf('OriginalPriceWithoutDelivery'))),
    ...read('providerDelivery', amount(root.textOf('OriginalDeliveryPrice'))),
    ...read('priceSetByVendor', truth(root.textOf('SetOriginalPriceByVendor'))),
    ...read('deliverySetByVendor', truth(root.textOf('SetOriginalDeliveryByVendor'))),
    ...read('customDescription', root.textOf('CustomDescription')),
    ...read('customDescriptionInEnglish', root.textOf('CustomDescriptionInEnglish')),
  };
}

function wholeNumber(text: string | null): number | null {
  if (text === null) return null;
  if (!/^\d{1,4}$/.test(text)) throw refusals.badParameter(PARAMETER);
  return Number(text);
}

/** A decimal with a dot that is not negative (otapi.md 1.1). */
function amount(text: string | null): number | null {
  if (text === null) return null;
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(text)) throw refusals.badParameter(PARAMETER);
  return Number(text);
}

function truth(text: string | null): boolean | null {
  if (text === null) return null;
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw refusals.badParameter(PARAMETER);
}

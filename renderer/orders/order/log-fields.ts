/** Fields of orders and lines under the names by which OT Platform's log calls them (otapi.md 5.2, 5.4, 6.1), and the page's. */
const fields = {
  StatusId: 'status',
  StatusCode: 'status',
  OperatorId: 'operator',
  GoodsAmount: 'goodsAmount',
  DeliveryAmount: 'deliveryAmount',
  TotalAmount: 'totalAmount',
  PaidAmount: 'paidAmount',
  RemainAmount: 'remainAmount',
  CustComment: 'customerComment',
  AdditionalInfo: 'note',
  DeliveryModeId: 'delivery',
  Weight: 'weight',
  IsClosed: 'closed',
  IsCancelled: 'cancelled',
  'DeliveryAddress.Familyname': 'lastName',
  'DeliveryAddress.Name': 'firstName',
  'DeliveryAddress.Patername': 'middleName',
  'DeliveryAddress.CountryCode': 'countryCode',
  'DeliveryAddress.Country': 'country',
  'DeliveryAddress.RegionName': 'region',
  'DeliveryAddress.City': 'city',
  'DeliveryAddress.CityCode': 'cityCode',
  'DeliveryAddress.Address': 'address',
  'DeliveryAddress.PostalCode': 'postalCode',
  'DeliveryAddress.Phone': 'phone',
  'DeliveryAddress.PassportNumber': 'passportNumber',
  'DeliveryAddress.RegistrationAddress': 'registrationAddress',
  'DeliveryAddress.INN': 'taxNumber',
  'DeliveryAddress.PickupPointCode': 'pickupPoint',
  Qty: 'quantity',
  OperatorComment: 'operatorComment',
  ConfigId: 'configuration',
  VendPurchId: 'providerOrder',
  VendPurchWaybill: 'waybill',
  VendPurchAccountId: 'providerAccount',
  VendPurchStatus: 'providerStatus',
  VendPurchItemPrice: 'purchasePrice',
  VendPurchDeliveryPrice: 'purchaseDelivery',
  VendPurchConfigurationId: 'purchasedConfiguration',
  CustomDescription: 'customsDescription',
  CustomDescriptionInEnglish: 'customsDescriptionEnglish',
  NewPriceCust: 'newPrice',
  TaoBaoPriceWithDiscount: 'providerPrice',
  TaoBaoDelivery: 'providerDelivery',
  SetOriginalPriceByVendor: 'priceByProvider',
  SetOriginalDeliveryByVendor: 'deliveryByProvider',
} as const;

/** A field of the log that the page has a name for: its text stands under `orders.logField.<name>`. */
export type LogFieldName = (typeof fields)[keyof typeof fields];

const byName: ReadonlyMap<string, LogFieldName> = new Map(Object.entries(fields));

/** The page's name of a field of OT Platform's log; null for a word that the page does not know. */
export function knownLogField(name: string): LogFieldName | null {
  return byName.get(name.trim()) ?? null;
}

/** A value of the log as it is read: a status is named where its number is known; line ends are written as such. */
export function logValue(field: string, value: string, statuses: ReadonlyMap<number, string>): string {
  if (knownLogField(field) === 'status' && /^\d+$/.test(value)) return statuses.get(Number(value)) ?? value;
  return value.replaceAll(String.raw`\n`, '\n');
}

import type { ImportField } from '../../../../preload/contract/index.ts';

/** How people call what a column holds, in English, Russian and Chinese; the names of otapi.md 5.1 among them. */
const namesOf: Record<ImportField, readonly string[]> = {
  reference: [
    'reference', 'ref', 'order reference', 'own reference', 'external id', 'external order id', 'order', 'order id', 'order no', 'order number', 'po', 'po number',
    'заказ', 'номер заказа', 'заказ номер', '№ заказа', 'код заказа', 'внешний номер', 'референс', 'ссылочный номер', 'свой номер',
    '订单', '订单号', '订单编号', '外部订单号', '自有编号', '参考号', '参考编号',
  ],
  item: [
    'item', 'id', 'item id', 'product', 'product id', 'goods', 'goods id', 'article', 'link', 'url', 'item link', 'item url', 'product link', 'product url', 'item or link', 'item id or link',
    'товар', 'ид товара', 'id товара', 'код товара', 'артикул', 'ссылка', 'ссылка на товар', 'товар или ссылка', 'адрес товара',
    '商品', '商品id', '商品编号', '商品编码', '商品链接', '商品或链接', '商品地址', '链接', '网址', '宝贝', '宝贝id', '宝贝链接', '货号',
  ],
  configurationId: [
    'configuration', 'configuration id', 'config', 'config id', 'sku', 'sku id', 'variant', 'variant id', 'option', 'option id',
    'конфигурация', 'id конфигурации', 'ид конфигурации', 'код конфигурации', 'ску', 'вариант', 'модификация',
    '规格', '规格id', '规格编号', 'sku编号', 'sku编码', '配置', '配置id', '款式',
  ],
  quantity: [
    'quantity', 'qty', 'pcs', 'pieces', 'count', 'number of pieces',
    'количество', 'кол-во', 'колич', 'штук', 'шт', 'кол',
    '数量', '件数', '个数', '采购数量', '订购数量',
  ],
  weight: ['weight', 'weight kg', 'kg', 'вес', 'вес кг', 'масса', 'масса кг', '重量', '重量kg', '重量千克', '重量公斤', '毛重'],
  awaitedPrice: [
    'price', 'unit price', 'awaited price', 'expected price', 'цена', 'цена за штуку', 'цена за шт', 'ожидаемая цена', '单价', '价格', '预期单价', '预期价格', '预计单价',
  ],
  lineComment: [
    'comment', 'note', 'remark', 'remarks', 'item comment', 'line comment', 'item note', 'line note', 'комментарий', 'примечание', 'комментарий к товару', 'комментарий к строке', 'комментарий строки', 'примечание к товару',
    '备注', '商品备注', '行备注', '说明', '留言',
  ],
  promotionId: ['promotion', 'promotion id', 'promo', 'акция', 'id акции', 'промоакция', 'промо', '促销', '促销id', '活动', '活动id'],
  orderComment: ['order comment', 'order note', 'order remark', 'комментарий к заказу', 'комментарий заказа', 'примечание к заказу', '订单备注', '订单说明', '订单留言'],
  deliveryModeId: [
    'delivery mode', 'delivery mode id', 'delivery', 'delivery id', 'shipping method', 'shipping', 'доставка', 'способ доставки', 'id доставки', 'id способа доставки', '配送方式', '配送方式id', '运输方式', '物流方式', '发货方式',
  ],
  profileId: ['profile', 'profile id', 'user profile id', 'recipient profile', 'delivery profile', 'профиль', 'id профиля', 'профиль получателя', 'профиль доставки', '收货资料', '收件资料', '收货档案', '配送资料', '资料id'],
};

const fieldOfName = new Map<string, ImportField>();
for (const [field, names] of Object.entries(namesOf)) {
  for (const name of names) fieldOfName.set(normalName(name), field as ImportField);
}
/** Longest first: "order comment" is more than "order". Short ones could be part of anything. */
const partsOfNames = Array.from(fieldOfName)
  .filter(([name]) => name.length >= (/\p{Script=Han}/u.test(name) ? 2 : 4))
  .toSorted(([one], [other]) => other.length - one.length);

/** A name as it is compared: letters and digits only, small. */
export function normalName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The field that is called exactly so, or null. */
export function fieldCalled(name: string): ImportField | null {
  return fieldOfName.get(normalName(name)) ?? null;
}

/** Fields whose names occur in this one, the likeliest first. */
export function fieldsWithin(name: string): ImportField[] {
  const normal = normalName(name);
  return partsOfNames.filter(([part]) => normal.includes(part)).map(([, field]) => field);
}

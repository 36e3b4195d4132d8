import type { Configuration } from '../../world/goods.ts';
import type { Translated } from '../../world/language.ts';
import type { OrderLine } from '../../world/order-line.ts';
import type { ProviderType } from '../../world/providers.ts';
import { escapeHtml, inEveryLanguage, itemLink, lineName, linesCount, phrase, price, providerName, providerOrder, russianCount } from './phrases.ts';

/** A line and its goods, with what is said about them in each language. */
function aboutLine(line: OrderLine, provider: ProviderType, said: Translated): Translated {
  const prefix: Translated = { en: 'Line ', ru: 'Строка ', zh: '订单行 ' };
  return inEveryLanguage((language) => `${prefix[language]}${lineName(line)}, ${itemLink(line, provider, language)}<br>${said[language]}`);
}

/** What an export says and asks (otapi.md 3.2). */
export const exportTexts = {
  announce: (provider: ProviderType, accountId: string, lines: number) => {
    const { en, ru, zh } = providerName(provider);
    const count = linesCount(lines);
    return phrase(
      `Checking the goods of ${count.en} at ${en}, account <b>${escapeHtml(accountId)}</b>`,
      `Проверяем товары в ${ru}, аккаунт <b>${escapeHtml(accountId)}</b>: ${count.ru}`,
      `正在${zh}检查 ${count.zh}，账号 <b>${escapeHtml(accountId)}</b>`,
    );
  },
  nothingAvailable: phrase('The order has no line that can be bought', 'В заказе нет строк, которые можно выкупить', '订单中没有可采购的订单行'),
  clean: (line: OrderLine) =>
    phrase(
      `Line ${lineName(line)}: in stock, price and configuration as ordered`,
      `Строка ${lineName(line)}: в наличии, цена и конфигурация как в заказе`,
      `订单行 ${lineName(line)}：有货，价格与规格一致`,
    ),
  tmall: (line: OrderLine, provider: ProviderType) =>
    aboutLine(line, provider, phrase('Goods of Tmall cannot be exported', 'Товары Tmall нельзя экспортировать', '天猫商品不能导出')),

  priceChanged: (line: OrderLine, provider: ProviderType, newPrice: number) => {
    const [was, now] = [price(line.providerPriceWithDiscount), `<b>${price(newPrice)}</b>`];
    return aboutLine(
      line,
      provider,
      phrase(`The price has changed from ${was} to ${now}`, `Цена изменилась: была ${was}, стала ${now}`, `价格由 ${was} 变为 ${now}`),
    );
  },
  acceptPrice: (newPrice: number) =>
    phrase(`Accept the new price, ${price(newPrice)}`, `Принять новую цену, ${price(newPrice)}`, `接受新价格 ${price(newPrice)}`),
  leaveOut: phrase('Leave the line out', 'Исключить строку', '排除该订单行'),
  configurationMissing: (line: OrderLine, provider: ProviderType) => {
    const ordered = line.configuration.text;
    return aboutLine(
      line,
      provider,
      phrase(
        `The configuration is not there any more: <b>${ordered.en}</b><br>Which one shall be bought?`,
        `Конфигурации больше нет: <b>${ordered.ru}</b><br>Какую купить?`,
        `所选规格已无货：<b>${ordered.zh}</b><br>请选择其他规格`,
      ),
    );
  },
  takeConfiguration: ({ text }: Configuration) => phrase(`Take ${text.en}`, `Взять: ${text.ru}`, `选择 ${text.zh}`),
  itemGone: (line: OrderLine, provider: ProviderType) =>
    aboutLine(line, provider, phrase('The seller has taken the goods off sale', 'Продавец снял товар с продажи', '商品已下架')),
  stop: phrase('Stop the export', 'Остановить экспорт', '停止导出'),

  priceAccepted: (line: OrderLine, newPrice: number) =>
    phrase(
      `Line ${lineName(line)}: the price of ${price(newPrice)} is accepted`,
      `Строка ${lineName(line)}: принята цена ${price(newPrice)}`,
      `订单行 ${lineName(line)}：已接受价格 ${price(newPrice)}`,
    ),
  configurationChosen: (line: OrderLine) =>
    phrase(
      `Line ${lineName(line)}: another configuration is taken`,
      `Строка ${lineName(line)}: взята другая конфигурация`,
      `订单行 ${lineName(line)}：已选择其他规格`,
    ),
  leftOut: (line: OrderLine) =>
    phrase(`Line ${lineName(line)} is left out`, `Строка ${lineName(line)} исключена`, `订单行 ${lineName(line)} 已排除`),
  stopped: phrase('The export was stopped, nothing was bought', 'Экспорт остановлен, ничего не куплено', '导出已停止，未采购任何商品'),
  nothingLeft: phrase('No line is left to buy, nothing was bought', 'Не осталось строк для выкупа, ничего не куплено', '没有可采购的订单行，未采购任何商品'),
  confirm: (lines: number) => {
    const count = linesCount(lines);
    return phrase(
      `All questions are answered, ${count.en} to buy.<br>Place the order now?`,
      `На все вопросы отвечено, к выкупу: ${count.ru}.<br>Оформить заказ?`,
      `所有问题已处理，共 ${count.zh} 待采购。<br>现在下单吗？`,
    );
  },

  providerFailed: (provider: ProviderType) => {
    const { en, ru, zh } = providerName(provider);
    const answer = '<b>系统繁忙，请稍后再试 (FAIL_SYS_SERVICE_TIMEOUT)</b>';
    return phrase(
      `${en} answered with an error, nothing was bought:<br>${answer}`,
      `${ru} ответил ошибкой, ничего не куплено:<br>${answer}`,
      `${zh}返回错误，未采购任何商品：<br>${answer}`,
    );
  },
  placed: (providerOrderId: string, seller: string, lines: readonly OrderLine[]) => {
    const names = lines.map(lineName).join(', ');
    return phrase(
      `Provider order ${providerOrder(providerOrderId)} is placed with ${seller}: ${names}`,
      `Оформлен заказ поставщика ${providerOrder(providerOrderId)} у ${seller}: ${names}`,
      `已向 ${seller} 下单，供应商订单 ${providerOrder(providerOrderId)}：${names}`,
    );
  },
  severalOrders: (orders: number) =>
    phrase(
      `The order became ${orders} provider orders, one for each seller`,
      `Из заказа получилось ${russianCount(orders, ['заказ', 'заказа', 'заказов'])} поставщика, по одному на продавца`,
      `订单已按卖家拆分为 ${orders} 个供应商订单`,
    ),
  discountLost: (line: OrderLine, paid: number) => {
    const [was, now] = [price(line.providerPriceWithDiscount), `<b>${price(paid)}</b>`];
    return phrase(
      `Line ${lineName(line)}: the discount was lost, ${now} instead of ${was}`,
      `Строка ${lineName(line)}: скидка пропала, ${now} вместо ${was}`,
      `订单行 ${lineName(line)}：优惠已失效，实付 ${now}，原价 ${was}`,
    );
  },
  done: (lines: number, accountId: string) => {
    const count = linesCount(lines);
    return phrase(
      `Ordered: ${count.en}. Pay in the account <b>${escapeHtml(accountId)}</b>, then synchronise`,
      `Заказано: ${count.ru}. Оплатите в аккаунте <b>${escapeHtml(accountId)}</b>, затем синхронизируйте`,
      `已下单 ${count.zh}。请在账号 <b>${escapeHtml(accountId)}</b> 中付款后同步`,
    );
  },
};

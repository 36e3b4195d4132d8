import { UNKNOWN_FACTS } from './unknown-facts.ts';
import type { Language, Translated } from './world/language.ts';

/** Error codes that otapi.md 1.7 lists. */
export type ErrorCode =
  | 'SessionExpired'
  | 'AccessDenied'
  | 'InstanceKeyBan'
  | 'CallLimit'
  | 'NotFound'
  | 'NotAvailable'
  | 'AlreadyExists'
  | 'ValidationError'
  | 'ContractViolation'
  | 'InternalError';

/** What makes a call fail: the platform answers it in the envelope. */
export class Refusal extends Error {
  /** One of `ErrorCode`, or whatever a test's fault wants to see. */
  readonly errorCode: string;
  readonly subErrorCode: string;
  readonly #descriptions: Translated;

  constructor(errorCode: string, descriptions: Translated, subErrorCode = '') {
    super(descriptions.en);
    this.name = 'Refusal';
    this.errorCode = errorCode;
    this.subErrorCode = subErrorCode;
    this.#descriptions = descriptions;
  }

  /** The description for people, in their language (otapi.md 1.5). */
  descriptionIn(language: Language): string {
    return this.#descriptions[language];
  }
}

function refusal(code: ErrorCode, en: string, ru: string, zh: string, subErrorCode = ''): Refusal {
  return new Refusal(code, { en, ru, zh }, subErrorCode);
}

const { wrongCredentialsCode, unreadableParameterCode, unknownMethodCode, notAllowedSubCode } = UNKNOWN_FACTS;

/** Every way in which the platform says no, with what it says to people. */
export const refusals = {
  wrongInstanceKey: () => refusal(wrongCredentialsCode, 'The instance key is not known', 'Ключ инстанса не найден', '实例密钥不存在'),
  wrongPassword: () => refusal(wrongCredentialsCode, 'Wrong login or password', 'Неверный логин или пароль', '用户名或密码错误'),
  sessionExpired: () =>
    refusal('SessionExpired', 'The session is not valid any more', 'Сессия больше не действительна', '会话已失效', 'SessionExpired'),
  missingTimestamp: () => refusal('AccessDenied', 'The timestamp is missing', 'Не указана метка времени', '缺少时间戳', 'MissingTimestamp'),
  missingSignature: () => refusal('AccessDenied', 'The signature is missing', 'Не указана подпись', '缺少签名', 'MissingSignature'),
  invalidTimestamp: () =>
    refusal('AccessDenied', 'The timestamp is more than an hour off', 'Метка времени отличается больше чем на час', '时间戳误差超过一小时', 'InvalidTimestamp'),
  invalidSignature: () => refusal('AccessDenied', 'The signature is wrong', 'Неверная подпись', '签名错误', 'InvalidSignature'),
  missingParameter: (name: string) =>
    refusal(unreadableParameterCode, `Parameter ${name} is missing`, `Не указан параметр ${name}`, `缺少参数 ${name}`),
  badParameter: (name: string) =>
    refusal(unreadableParameterCode, `Parameter ${name} cannot be read`, `Не удалось прочитать параметр ${name}`, `无法读取参数 ${name}`),
  badField: (name: string) =>
    refusal(unreadableParameterCode, `Field ${name} is missing or wrong`, `Поле ${name} не указано или указано неверно`, `字段 ${name} 缺失或有误`),
  customerNotFound: () => refusal('NotFound', 'There is no such customer', 'Покупатель не найден', '客户不存在'),
  orderNotFound: () => refusal('NotFound', 'There is no such order', 'Заказ не найден', '订单不存在'),
  lineNotFound: () => refusal('NotFound', 'There is no such order line', 'Строка заказа не найдена', '订单行不存在'),
  providerNotFound: () => refusal('NotFound', 'There is no such provider', 'Поставщик не найден', '供应商不存在'),
  ordersNotIntegrated: () =>
    refusal(
      'ContractViolation',
      'Orders of this provider are not bought automatically',
      'Для этого поставщика автовыкуп не подключён',
      '该供应商未启用自动采购',
      notAllowedSubCode,
    ),
  otherProvider: () =>
    refusal('ContractViolation', 'The order is with another provider', 'Заказ у другого поставщика', '订单属于其他供应商', notAllowedSubCode),
  providerSessionNotFound: () =>
    refusal('NotFound', 'There is no such provider session', 'Сессия поставщика не найдена', '供应商会话不存在'),
  activityNotFound: () => refusal('NotFound', 'There is no such activity', 'Активность не найдена', '后台任务不存在'),
  activityFinished: () =>
    refusal('ContractViolation', 'The activity has ended', 'Активность уже завершена', '后台任务已结束', notAllowedSubCode),
  questionGone: () =>
    refusal('ContractViolation', 'The question is answered already', 'На вопрос уже ответили', '该问题已处理', notAllowedSubCode),
  actionNotOffered: () =>
    refusal('ContractViolation', 'The activity does not offer this action now', 'Это действие сейчас недоступно', '当前不能执行该操作', notAllowedSubCode),
  unknownMethod: () => refusal(unknownMethodCode, 'There is no such method', 'Метод не найден', '方法不存在'),
  notBuilt: () =>
    refusal('NotAvailable', 'The practice platform does not offer this yet', 'Учебная платформа этого пока не умеет', '练习平台暂不支持'),
  statusNotAvailable: () =>
    refusal('ContractViolation', 'The line may not be set to this status now', 'Этот статус сейчас недоступен для строки', '当前不能设置该状态', notAllowedSubCode),
  wrongQuantity: () =>
    refusal('ContractViolation', 'The line does not have so many pieces', 'В строке нет такого количества', '数量超出订单行', notAllowedSubCode),
  notSplittable: () =>
    refusal('ContractViolation', 'The line cannot be split any more', 'Строку уже нельзя разделить', '订单行已不能拆分', notAllowedSubCode),
  severalProviders: () =>
    refusal(
      'ContractViolation',
      'Goods of several providers cannot be in one order',
      'В одном заказе не могут быть товары разных поставщиков',
      '一个订单不能包含多个供应商的商品',
      notAllowedSubCode,
    ),
  nothingOrderable: () =>
    refusal('ContractViolation', 'None of the goods can be ordered', 'Ни один из товаров нельзя заказать', '所有商品均无法下单', notAllowedSubCode),
  deliveryNotForProvider: () =>
    refusal(
      'ContractViolation',
      'This delivery does not take goods of the provider',
      'Эта доставка не принимает товары поставщика',
      '该配送方式不支持此供应商的商品',
      notAllowedSubCode,
    ),
  notEnoughMoney: () =>
    refusal('ContractViolation', 'There is not enough money on the account', 'На счёте недостаточно средств', '账户余额不足', notAllowedSubCode),
  moreThanRemains: () =>
    refusal('ContractViolation', 'The amount is more than what remains to pay', 'Сумма больше остатка к оплате', '金额超过待付余额', notAllowedSubCode),
  notCancellable: () =>
    refusal('ContractViolation', 'It cannot be cancelled now', 'Отменить сейчас нельзя', '当前不能取消', notAllowedSubCode),
  notRestorable: () =>
    refusal('ContractViolation', 'The line cannot be restored now', 'Восстановить строку сейчас нельзя', '当前不能恢复该订单行', notAllowedSubCode),
  notClosable: () =>
    refusal('ContractViolation', 'The order cannot be closed now', 'Закрыть заказ сейчас нельзя', '当前不能关闭订单', notAllowedSubCode),
  addressFixed: () =>
    refusal('ContractViolation', 'The delivery cannot be changed any more', 'Доставку уже нельзя изменить', '配送信息已不能修改', notAllowedSubCode),
  notBuyable: () =>
    refusal('ContractViolation', 'The line is not paid, or does not count', 'Строка не оплачена или не действует', '订单行未付款或已失效', notAllowedSubCode),
  internalError: () => refusal('InternalError', 'The platform failed', 'Ошибка платформы', '平台内部错误'),
};

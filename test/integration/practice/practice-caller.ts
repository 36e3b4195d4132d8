import { XMLParser } from 'fast-xml-parser';
import type { PracticePlatform } from '../../../main/practice/index.ts';

/** A parsed element: text, or children by name. Children that may repeat are always arrays. */
export type Parsed = Readonly<Record<string, unknown>>;

/** One answer of the platform, as it came and as it reads. */
export interface CallAnswer {
  readonly httpStatus: number;
  readonly text: string;
  readonly rootName: string;
  readonly root: Parsed;
  readonly errorCode: string;
  readonly subErrorCode: string;
}

const LISTS = new Set(['Item', 'SalesLine', 'SalesLineStatusInfo', 'SalesStatusInfo', 'SalesLineProcLogInfo', 'OrderLineStatusSummary', 'Step', 'Action', 'Parameter']);

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: false, ignoreDeclaration: true, isArray: (name) => LISTS.has(name) });

export function readAnswer(httpStatus: number, text: string): CallAnswer {
  const [rootName = '', root = {}] = Object.entries(parser.parse(text) as Record<string, Parsed>)[0] ?? [];
  const textOf = (name: string): string => (typeof root[name] === 'string' ? root[name] : '');
  return { httpStatus, text, rootName, root, errorCode: textOf('ErrorCode'), subErrorCode: textOf('SubErrorCode') };
}

/** Calls a platform with plain `fetch`, as any client could. */
export class PracticeCaller {
  readonly #platform: PracticePlatform;
  #sessionId = '';

  constructor(platform: PracticePlatform) {
    this.#platform = platform;
  }

  get sessionId(): string {
    return this.#sessionId;
  }

  /** POST with the instance key, the language and, once signed in, the session. */
  async call(methodName: string, parameters: Readonly<Record<string, string>> = {}): Promise<CallAnswer> {
    const { address, instanceKey } = this.#platform;
    const session: Record<string, string> = this.#sessionId === '' ? {} : { sessionId: this.#sessionId };
    const body = new URLSearchParams({ instanceKey, language: 'en', ...session, ...parameters });
    const response = await fetch(address + methodName, { method: 'POST', body });
    return readAnswer(response.status, await response.text());
  }

  /** The error code and sub-code that a call gives. */
  async codesOf(methodName: string, parameters: Readonly<Record<string, string>> = {}): Promise<string> {
    const { errorCode, subErrorCode } = await this.call(methodName, parameters);
    return subErrorCode === '' ? errorCode : `${errorCode}/${subErrorCode}`;
  }

  async signIn(): Promise<void> {
    const { operatorLogin: userLogin, operatorPassword: userPassword } = this.#platform;
    const { root } = await this.call('AuthenticateInstanceOperator', { userLogin, userPassword });
    this.#sessionId = (root['SessionId'] as { Value: string }).Value;
  }

  /** The items of one page of SearchOrderLines, and how many there are in all. */
  async searchLines(filter: string, framePosition = 0, frameSize = 100): Promise<{ items: Readonly<Record<string, string>>[]; total: number }> {
    return this.#page('SearchOrderLines', `<OrderLineSearchParameters>${filter}</OrderLineSearchParameters>`, framePosition, frameSize);
  }

  async searchOrders(filter: string, framePosition = 0, frameSize = 100): Promise<{ items: Readonly<Record<string, string>>[]; total: number }> {
    return this.#page('SearchOrders', `<OrderSearchParameters>${filter}</OrderSearchParameters>`, framePosition, frameSize);
  }

  /** The fields of one line as GetSalesOrderDetailsForOperator gives them. */
  async line(orderId: string, lineId: string): Promise<Readonly<Record<string, string>>> {
    const lines = await this.linesOfOrder(orderId);
    const line = lines.find(({ Id }) => Id === lineId);
    if (line === undefined) throw new Error(`order ${orderId} has no line ${lineId}`);
    return line;
  }

  async linesOfOrder(salesId: string, queryType = '0'): Promise<Readonly<Record<string, string>>[]> {
    const { root } = await this.call('GetSalesOrderDetailsForOperator', { salesId, filter: '', queryType });
    const list = (root['Result'] as { SalesLinesList: '' | { SalesLine: Record<string, string>[] } }).SalesLinesList;
    return list === '' ? [] : list.SalesLine;
  }

  /** A login address for the provider; unescaped as it came. */
  async loginAddress(providerType: string, returnUrl: string): Promise<string> {
    const { root, text } = await this.call('GetProviderOrdersIntegrationSessionAuthenticationInfo', { providerType, returnUrl });
    const result = root['Result'] as { RedirectUrl: string } | undefined;
    if (result === undefined) throw new Error(`the login address was refused: ${text}`);
    return result.RedirectUrl;
  }

  /** The items of the provider's session list. */
  async providerSessions(providerType: string): Promise<Readonly<Record<string, unknown>>[]> {
    const { root, text } = await this.call('GetProviderOrdersIntegrationSessionInfoList', { providerType });
    const result = root['Result'] as { Content: '' | { Item: Record<string, unknown>[] } } | undefined;
    if (result === undefined) throw new Error(`the list was refused: ${text}`);
    return result.Content === '' ? [] : result.Content.Item;
  }

  async #page(methodName: string, xmlSearchParameters: string, framePosition: number, frameSize: number): ReturnType<PracticeCaller['searchLines']> {
    const parameters = { xmlSearchParameters, framePosition: String(framePosition), frameSize: String(frameSize) };
    const { root, text } = await this.call(methodName, parameters);
    const result = root['Result'] as { Content: '' | { Item: Record<string, string>[] }; TotalCount: string } | undefined;
    if (result === undefined) throw new Error(`${methodName} was refused: ${text}`);
    return { items: result.Content === '' ? [] : result.Content.Item, total: Number(result.TotalCount) };
  }
}

import { OtapiError, type OtapiClient, type ProviderInfo, type ProviderSession } from '../../../main/otapi/index.ts';
import { unusedClient } from '../otapi/unused-client.ts';

/** The part of OT Platform that knows provider sessions, in memory. */
export interface ProviderPlatform {
  client: Pick<OtapiClient, 'providerSessions' | 'lists'>;
  providers: ProviderInfo[];
  sessions: Map<string, ProviderSession[]>;
  /** Where a login begins. */
  loginAddress: string;
  /** The return addresses it was told, oldest first. */
  returnUrls: string[];
  /** How often sessions were listed. */
  listed: number;
  /** While set, every call fails with it. */
  failure: OtapiError | null;
}

/** As one answers that cannot be reached. */
export function networkFailure(): OtapiError {
  return new OtapiError({ kind: 'network', method: 'any', outcomeUnknown: false, reason: 'no network' });
}

export function providerInfo(type: string, change: Partial<ProviderInfo['ordersIntegration']> = {}): ProviderInfo {
  const ordersIntegration = { isAvailable: true, isEnabled: true, isSessionRequired: true, allowCancelOrders: false, ...change };
  return { type, displayName: type, currencyCode: 'CNY', isEnabled: true, ordersIntegration };
}

export function providerSession(id: string, name: string): ProviderSession {
  return { id, name, balance: null };
}

export function createProviderPlatform(): ProviderPlatform {

  async function answer<T>(give: () => T): Promise<T> {
    await Promise.resolve();
    if (platform.failure !== null) throw platform.failure;
    return give();
  }

  const platform: ProviderPlatform = {
    providers: [providerInfo('Taobao'), providerInfo('Alibaba1688'), providerInfo('Warehouse', { isAvailable: false })],
    sessions: new Map(),
    loginAddress: 'https://login.taobao.com/begin?ticket=t1',
    returnUrls: [],
    listed: 0,
    failure: null,
    client: {
      lists: { ...unusedClient.lists, providers: () => answer(() => platform.providers) },
      providerSessions: {
        list: (type) =>
          answer(() => {
            platform.listed += 1;
            return [...(platform.sessions.get(type) ?? [])];
          }),
        loginAddress: (_type, returnUrl) =>
          answer(() => {
            platform.returnUrls.push(returnUrl);
            return platform.loginAddress;
          }),
      },
    },
  };
  return platform;
}

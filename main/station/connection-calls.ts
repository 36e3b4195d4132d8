import type { CallArgument, ConnectionTest, ConnectionView, StationCalls } from '../../preload/contract/index.ts';
import type { OtapiCredentials } from '../otapi/index.ts';
import { testConnection } from '../sessions/index.ts';
import type { Connections } from './connections.ts';
import { instanceIdOf, registerSecrets, type Credentials } from './credentials.ts';
import type { StationHandlers, StationSurroundings } from './surroundings.ts';

export interface ConnectionCallParts {
  surroundings: StationSurroundings;
  connections: Connections;
  credentials: Credentials;
}

/** The calls by which a person connects, practises and disconnects. */
export function connectionCalls({ surroundings, connections, credentials }: ConnectionCallParts): StationHandlers['connection'] {
  const { settings, secrets, log, now } = surroundings;
  const language = (): string => settings.read().station.language;

  async function view(): Promise<ConnectionView> {
    const { apiAddress, operatorLogin, operatorName, instanceId } = settings.read().connection;
    const kept = await credentials.read(instanceId);
    return {
      mode: connections.mode(),
      apiAddress,
      operatorLogin,
      operatorName,
      hasInstanceKey: Boolean(kept?.instanceKey),
      hasSecret: Boolean(kept?.secret),
      hasPassword: Boolean(kept?.operatorPassword),
      secretsKeptIn: secrets.keptIn(),
      keychainProblem: secrets.problem(),
    };
  }

  /** Fills in what the person left empty because the keychain has it. */
  async function complete(input: CallArgument<StationCalls['connection']['test']>): Promise<OtapiCredentials> {
    const kept = await credentials.read(settings.read().connection.instanceId);
    const typed: OtapiCredentials = {
      address: input.apiAddress,
      operatorLogin: input.operatorLogin,
      instanceKey: input.instanceKey || (kept?.instanceKey ?? ''),
      secret: input.secret || (input.keepSecret ? (kept?.secret ?? null) : null),
      operatorPassword: input.operatorPassword || (kept?.operatorPassword ?? ''),
    };
    registerSecrets(typed, log);
    return typed;
  }

  async function test(credentialsToTest: OtapiCredentials): Promise<ConnectionTest> {
    return testConnection({ credentials: credentialsToTest, language, clock: { now: () => new Date(now()) } });
  }

  async function connect(typed: OtapiCredentials, operatorName: string): Promise<void> {
    const { address, operatorLogin, instanceKey, secret, operatorPassword } = typed;
    const instanceId = instanceIdOf(address, instanceKey);
    const before = settings.read().connection.instanceId;
    await credentials.write(instanceId, { instanceKey, secret, operatorPassword });
    settings.changeConnection({ mode: 'instance', apiAddress: address, operatorLogin, operatorName, instanceId });
    if (before !== instanceId) await credentials.remove(before);
    await connections.goTo({ mode: 'instance' });
  }

  return {
    view,
    test: async (input) => test(await complete(input)),
    async connect(input) {
      const typed = await complete(input);
      const result = await test(typed);
      if (result.ok) await connect(typed, result.operatorName);
      return result;
    },
    async practise() {
      await connections.goTo({ mode: 'practice', url: null });
      settings.changeConnection({ mode: 'practice' });
      return view();
    },
    async disconnect({ forgetSecrets }) {
      const { instanceId } = settings.read().connection;
      await connections.goTo({ mode: 'none' });
      if (forgetSecrets) await credentials.remove(instanceId);
      settings.changeConnection({ mode: 'none' });
      return view();
    },
  };
}

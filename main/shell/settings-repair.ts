import type { z } from 'zod';
import { defaultProviderSettings, stationSettings, type AccountSettings, type StationSettings } from '../../preload/contract/index.ts';

const { accounts, recipient } = stationSettings.shape;
const { roundHours, providers, return: comeBack } = accounts.shape;

/**
 * The station's settings as a file has them, with what they do not say filled in. Accounts and the recipient are many
 * values that a person types or edits: where one of them is wrong, it alone gets its default, and the rest stays.
 */
export function fillInStation(stored: Record<string, unknown>, defaults: StationSettings): Record<string, unknown> {
  const filled = { ...defaults, ...stored };
  return {
    ...filled,
    accounts: repairAccounts(filled.accounts, defaults.accounts),
    recipient: orElse(recipient, filled.recipient, defaults.recipient),
  };
}

function repairAccounts(stored: unknown, defaults: AccountSettings): AccountSettings {
  const given = asRecord(stored);
  const back = asRecord(given['return']);
  return {
    roundHours: orElse(roundHours, given['roundHours'], defaults.roundHours),
    providers: Object.fromEntries(
      Object.entries(asRecord(given['providers']))
        .filter(([type]) => providers.keyType.safeParse(type).success)
        .map(([type, settings]) => [type, repairProvider(asRecord(settings))]),
    ),
    return: {
      host: orElse(comeBack.shape.host, back['host'], defaults.return.host),
      sessionNames: orElse(comeBack.shape.sessionNames, back['sessionNames'], defaults.return.sessionNames),
      errorNames: orElse(comeBack.shape.errorNames, back['errorNames'], defaults.return.errorNames),
    },
  };
}

function repairProvider(given: Record<string, unknown>): AccountSettings['providers'][string] {
  const { sessionHours, loginMinutes, loginPlace, moreSites } = providers.valueType.shape;
  return {
    sessionHours: orElse(sessionHours, given['sessionHours'], defaultProviderSettings.sessionHours),
    loginMinutes: orElse(loginMinutes, given['loginMinutes'], defaultProviderSettings.loginMinutes),
    loginPlace: orElse(loginPlace, given['loginPlace'], defaultProviderSettings.loginPlace),
    moreSites: orElse(moreSites, given['moreSites'], defaultProviderSettings.moreSites),
  };
}

function orElse<T>(schema: z.ZodType<T>, value: unknown, otherwise: T): T {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : otherwise;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

import { z } from 'zod';

/** Where a provider's login is shown: in the app's own window, or in the browser of the system (RFC 8252). */
export const loginPlaces = ['own-window', 'system-browser'] as const;
export type LoginPlace = (typeof loginPlaces)[number];

/** A name of the net, in lower case, as `URL` has it: no port, no path. */
const hostName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})+$/);

const parameterName = z.string().trim().min(1).max(60);

/** What a person may set for one provider. */
export const providerSettings = z.object({
  /** How long its sessions are taken to live, in hours; OT Platform tells no end (reference 3.1). */
  sessionHours: z.number().int().min(1).max(24 * 30),
  /** A login is given up after this time without a return, in minutes. */
  loginMinutes: z.number().int().min(1).max(60),
  loginPlace: z.enum(loginPlaces),
  /** Sites that its login may open besides the known ones. */
  moreSites: z.array(hostName).max(50),
});
export type ProviderSettings = z.infer<typeof providerSettings>;

export const defaultProviderSettings: ProviderSettings = {
  sessionHours: 24,
  loginMinutes: 15,
  loginPlace: 'own-window',
  moreSites: [],
};

/**
 * What the reference (3.1, 10) leaves open about the return of a login. A person can correct it here without a new
 * version of the app; the defaults are in main/otapi/uncertain.ts.
 */
export const returnSettings = z.object({
  /** Host of the return address. Nothing is ever asked of it: the app catches the address before that. */
  host: hostName,
  /** Names under which the return may hold the session, letter case aside. */
  sessionNames: z.array(parameterName).min(1).max(20),
  /** Names under which the return may hold an error. */
  errorNames: z.array(parameterName).min(1).max(20),
});
export type ReturnSettings = z.infer<typeof returnSettings>;

/** Accounts and logins, station-wide. */
export const accountSettings = z.object({
  /** A morning round takes every account with less than this left, in hours. */
  roundHours: z.number().int().min(1).max(24 * 30),
  /** By provider type; a provider that is not named has the defaults. */
  providers: z.record(z.string().min(1).max(60), providerSettings),
  return: returnSettings,
});
export type AccountSettings = z.infer<typeof accountSettings>;

/** The settings of one provider. */
export function settingsOfProvider(settings: AccountSettings, providerType: string): ProviderSettings {
  return settings.providers[providerType] ?? defaultProviderSettings;
}

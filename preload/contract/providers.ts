import { z } from 'zod';
import { hostNamePattern, loginPlaces, longestHostName, type ProviderSettings } from './provider-settings.ts';

// What pages need at run time stands in a file without zod.
export * from './provider-settings.ts';

const hostName = z.string().trim().toLowerCase().max(longestHostName).regex(hostNamePattern);

const parameterName = z.string().trim().min(1).max(60);

export const providerSettings = z.object({
  sessionHours: z.number().int().min(1).max(24 * 30),
  loginMinutes: z.number().int().min(1).max(60),
  loginPlace: z.enum(loginPlaces),
  moreSites: z.array(hostName).max(50),
}) satisfies z.ZodType<ProviderSettings>;

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

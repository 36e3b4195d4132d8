/** Where a provider's login is shown: in the app's own window, or in the browser of the system (RFC 8252). */
export const loginPlaces = ['own-window', 'system-browser'] as const;
export type LoginPlace = (typeof loginPlaces)[number];

/** What a person may set for one provider. */
export interface ProviderSettings {
  /** How long its sessions are taken to live, in hours; OT Platform tells no end (reference 3.1). */
  sessionHours: number;
  /** A login is given up after this time without a return, in minutes. */
  loginMinutes: number;
  loginPlace: LoginPlace;
  /** Sites that its login may open besides the known ones. */
  moreSites: string[];
}

export const defaultProviderSettings: ProviderSettings = {
  sessionHours: 24,
  loginMinutes: 15,
  loginPlace: 'own-window',
  moreSites: [],
};

/** A name of the net, in lower case, as `URL` has it: no port, no path. 253 characters at most (RFC 1035, 2.3.4). */
export const hostNamePattern = /^(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})+$/;
export const longestHostName = 253;

/** The settings of one provider; the defaults for one that is not named. */
export function settingsOfProvider(
  settings: { providers: Readonly<Record<string, ProviderSettings>> },
  providerType: string,
): ProviderSettings {
  return settings.providers[providerType] ?? defaultProviderSettings;
}

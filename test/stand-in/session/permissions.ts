import type { CdpSession } from '../cdp/connection.ts';

/** Electron's permission names, and what Chromium's protocol calls them. Others Chromium cannot be told about. */
const chromiumNames: Record<string, string[]> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-sanitized-write'],
  'display-capture': ['display-capture'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  midiSysex: ['midi-sysex'],
  notifications: ['notifications'],
  'persistent-storage': ['persistent-storage'],
  'speaker-selection': ['speaker-selection'],
  'storage-access': ['storage-access'],
  'top-level-storage-access': ['top-level-storage-access'],
  'window-management': ['window-management'],
};

type Setting = 'granted' | 'denied';

/** The session whose permissions they are. */
export interface PermissionPlace {
  browser(): Promise<CdpSession>;
  contextId(): Promise<string | undefined>;
}

/** Chromium's own answers to permission requests, in one session. */
export class ChromiumPermissions {
  readonly #place: PermissionPlace;

  constructor(place: PermissionPlace) {
    this.#place = place;
  }

  /** The answer for every origin: granted where the app has no handler, as in Electron, else denied until it is asked. */
  async setAll(setting: Setting): Promise<void> {
    await Promise.all(Object.keys(chromiumNames).map((permission) => this.set(permission, setting)));
  }

  /** The answer for one origin, or for all. */
  async set(permission: string, setting: Setting, origin?: string): Promise<void> {
    const browser = await this.#place.browser();
    const browserContextId = await this.#place.contextId();
    for (const name of chromiumNames[permission] ?? []) {
      await browser
        .send('Browser.setPermission', {
          permission: { name },
          setting,
          ...(origin === undefined ? {} : { origin }),
          ...(browserContextId === undefined ? {} : { browserContextId }),
        })
        .catch(() => undefined);
    }
  }
}

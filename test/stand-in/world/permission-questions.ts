/**
 * Puts the app's permission handlers in front of the web APIs that need one: each call first asks the app, which sets
 * Chromium's own answer for this origin, and then goes on to the real API. Whoever gets around these functions meets
 * Chromium's answer, which is a refusal until the app said yes. Runs inside pages, as source text.
 */
export function makePermissionQuestions(ask: (permission: string, isCheck: boolean) => Promise<boolean>): void {
  type Method = (this: unknown, ...args: never[]) => unknown;
  const { apply } = Reflect;

  function before(owner: object | undefined, name: string, permissionsOf: (args: unknown[]) => string[], isCheck = false): void {
    const original = owner ? (Reflect.get(owner, name) as Method | undefined) : undefined;
    if (!owner || !original) return;
    const replacement = async function asked(this: unknown, ...args: unknown[]): Promise<unknown> {
      for (const permission of permissionsOf(args)) {
        const granted = await ask(permission, isCheck);
        // Without a device Chromium would complain of that first.
        if (!granted && /^(media|display-capture)$/.test(permission) && !isCheck) throw new DOMException('Permission denied', 'NotAllowedError');
      }
      return await (apply(original, this, args) as Promise<unknown>);
    };
    Object.defineProperty(replacement, 'name', { value: name });
    Object.defineProperty(owner, name, { value: replacement, configurable: true, writable: true, enumerable: true });
  }

  function beforeCallback(owner: object | undefined, name: string, permission: string): void {
    const original = owner ? (Reflect.get(owner, name) as Method | undefined) : undefined;
    if (!owner || !original) return;
    let lastWatch = 0;
    const replacement = function asked(this: unknown, ...args: unknown[]): number {
      lastWatch -= 1;
      void ask(permission, false).then(() => apply(original, this, args));
      return lastWatch;
    };
    Object.defineProperty(owner, name, { value: replacement, configurable: true, writable: true, enumerable: true });
  }

  /** Chromium would show a list of devices; the app is asked, and then none is chosen, as by an app that chooses none. */
  function noDevice(owner: object | undefined, name: string, permission: string): void {
    if (!owner) return;
    const replacement = async (): Promise<unknown[]> => {
      await ask(permission, false);
      if (permission === 'hid') return [];
      throw new DOMException('No device selected.', 'NotFoundError');
    };
    Object.defineProperty(owner, name, { value: replacement, configurable: true, writable: true, enumerable: true });
  }

  const byQueryName: Record<string, string> = {
    camera: 'media',
    microphone: 'media',
    'clipboard-write': 'clipboard-sanitized-write',
    'persistent-storage': 'persistent-storage',
  };
  const queried = (args: unknown[]): string[] => {
    const name = (args[0] as { name?: string } | undefined)?.name ?? '';
    return [byQueryName[name] ?? name];
  };

  const prototypeOf = (name: string): object | undefined =>
    (Reflect.get(window, name) as { prototype: object } | undefined)?.prototype;

  before(prototypeOf('Permissions'), 'query', queried, true);
  before(Reflect.get(window, 'Notification'), 'requestPermission', () => ['notifications']);
  before(prototypeOf('MediaDevices'), 'getUserMedia', () => ['media']);
  before(prototypeOf('MediaDevices'), 'getDisplayMedia', () => ['display-capture']);
  before(prototypeOf('Clipboard'), 'read', () => ['clipboard-read']);
  before(prototypeOf('Clipboard'), 'readText', () => ['clipboard-read']);
  before(prototypeOf('Navigator'), 'requestMIDIAccess', () => ['midi']);
  noDevice(prototypeOf('HID'), 'requestDevice', 'hid');
  noDevice(prototypeOf('Serial'), 'requestPort', 'serial');
  noDevice(prototypeOf('USB'), 'requestDevice', 'usb');
  before(prototypeOf('StorageManager'), 'persist', () => ['persistent-storage']);
  before(prototypeOf('Element'), 'requestPointerLock', () => ['pointerLock']);
  beforeCallback(prototypeOf('Geolocation'), 'getCurrentPosition', 'geolocation');
  beforeCallback(prototypeOf('Geolocation'), 'watchPosition', 'geolocation');
}

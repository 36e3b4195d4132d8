import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The folders that `app.getPath` names, as on Linux: docs/api/app. */
export class AppPaths {
  readonly #given = new Map<string, string>();
  readonly #appName: () => string;
  readonly #executable: string;

  constructor(appName: () => string, executable: string) {
    this.#appName = appName;
    this.#executable = executable;
  }

  set(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    this.#given.set(name, folder);
  }

  get(name: string): string {
    const given = this.#given.get(name);
    if (given !== undefined) return given;
    switch (name) {
      case 'home':
        return os.homedir();
      case 'appData':
        return process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
      case 'userData':
        return path.join(this.get('appData'), this.#appName());
      case 'sessionData':
        return this.get('userData');
      case 'logs':
        return path.join(this.get('userData'), 'logs');
      case 'crashDumps':
        return path.join(this.get('userData'), 'Crashpad');
      case 'temp':
        return os.tmpdir();
      case 'exe':
      case 'module':
        return this.#executable;
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return userFolder(name);
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  }
}

/** As xdg-user-dirs has it, else the usual English name. */
function userFolder(name: string): string {
  const key = name === 'downloads' ? 'DOWNLOAD' : name.toUpperCase();
  const list = path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config'), 'user-dirs.dirs');
  const text = fs.existsSync(list) ? fs.readFileSync(list, 'utf8') : '';
  const found = new RegExp(`^XDG_${key}_DIR="(.*)"`, 'm').exec(text)?.[1];
  return found?.replace('$HOME', os.homedir()) ?? path.join(os.homedir(), name[0]?.toUpperCase() + name.slice(1));
}

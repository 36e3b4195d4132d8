import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The app that is to run: where it is, what it calls itself, which file starts it. */
export interface AppPackage {
  /** Folder of the app's package.json: `app.getAppPath()`. */
  folder: string;
  entry: string;
  name: string;
  version: string;
  /** True for an app.asar. */
  packaged: boolean;
  resourcesPath: string;
}

interface PackageJson {
  name?: string;
  productName?: string;
  version?: string;
  main?: string;
}

/** Finds the app at a folder, a main file or an app.asar, which is unpacked because Node knows no asar files. */
export async function findApp(target: string): Promise<AppPackage> {
  const given = path.resolve(target);
  const packaged = given.endsWith('.asar');
  const place = packaged ? await unpack(given) : given;
  if (!fs.existsSync(place)) throw new Error(`Unable to find Electron app at ${given}`);

  const isFolder = fs.statSync(place).isDirectory();
  const folder = isFolder ? place : path.dirname(place);
  const description = readPackageJson(folder);
  return {
    folder,
    entry: isFolder ? path.join(folder, description.main ?? 'index.js') : place,
    name: description.productName ?? description.name ?? 'Electron',
    version: description.version ?? '0.0.0',
    packaged,
    resourcesPath: path.dirname(given),
  };
}

function readPackageJson(folder: string): PackageJson {
  const file = path.join(folder, 'package.json');
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as PackageJson) : {};
}

async function unpack(archive: string): Promise<string> {
  const { extractAll } = await import('@electron/asar');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stand-in-asar-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  extractAll(archive, folder);
  return folder;
}

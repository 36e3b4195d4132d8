import fs from 'node:fs';
import path from 'node:path';
import { supportArchives } from '../asar/index.ts';

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

/** Finds the app at a folder, a main file or an app.asar; from such a one it runs without being unpacked, as in Electron. */
export function findApp(target: string): AppPackage {
  const given = path.resolve(target);
  const packaged = given.endsWith('.asar');
  if (!fs.existsSync(given)) throw new Error(`Unable to find Electron app at ${given}`);
  if (packaged) supportArchives();

  const isFolder = fs.statSync(given).isDirectory();
  const folder = isFolder ? given : path.dirname(given);
  const description = readPackageJson(folder);
  return {
    folder,
    entry: isFolder ? path.join(folder, description.main ?? 'index.js') : given,
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

import { join } from 'node:path';

/** Folder of the app among those of the whole computer; ordinary users can read, but not write it. */
const folders: Partial<Record<NodeJS.Platform, (env: NodeJS.ProcessEnv) => string>> = {
  win32: (env) => join(env['ProgramData'] || 'C:\\ProgramData', 'Warehouse Station'),
  darwin: () => '/Library/Application Support/Warehouse Station',
};

/** Where the administrator's policy file lies on a system, for everybody who uses the computer. */
export function policyFileOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  return join(folders[platform]?.(env) ?? '/etc/warehouse-station', 'policy.json');
}

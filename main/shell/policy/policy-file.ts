import { join } from 'node:path';

/**
 * A folder among those of the whole computer, which ordinary users can read, but neither make nor write. On Windows they
 * could make one in %ProgramData%. It is not the program's own either: that one is taken away and made anew by installers.
 */
const folders: Partial<Record<NodeJS.Platform, (env: NodeJS.ProcessEnv) => string>> = {
  win32: (env) => join(env['ProgramFiles'] || 'C:\\Program Files', 'Warehouse Station Policy'),
  darwin: () => '/Library/Application Support/Warehouse Station',
};

/** Where the administrator's policy file lies on a system, for everybody who uses the computer. */
export function policyFileOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  return join(folders[platform]?.(env) ?? '/etc/warehouse-station', 'policy.json');
}

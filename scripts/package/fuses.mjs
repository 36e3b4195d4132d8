import { FuseV1Options } from '@electron/fuses';

/**
 * The fuses of the configuration as @electron/fuses wants them, by their number. wasmTrapHandlers is the one that
 * electron-builder cannot name yet: on, as Electron has it, since off only makes WebAssembly slower.
 */
export function fusesOf(configured) {
  const byName = { ...configured, wasmTrapHandlers: true };
  const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  const missing = known.filter((name) => typeof byName[camelCase(name)] !== 'boolean');
  const unknown = Object.keys(byName).filter((name) => !known.some((each) => camelCase(each) === name));
  if (missing.length > 0 || unknown.length > 0) {
    throw new Error(`Fuses that electron-builder.yml does not set: ${missing.join(', ') || 'none'}; that do not exist: ${unknown.join(', ') || 'none'}.`);
  }
  return Object.fromEntries(known.map((name) => [FuseV1Options[name], byName[camelCase(name)]]));
}

function camelCase(name) {
  return name[0].toLowerCase() + name.slice(1);
}

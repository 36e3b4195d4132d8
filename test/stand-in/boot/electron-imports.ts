import { registerHooks } from 'node:module';

const holder = 'stand-in-electron';

/** Makes `import ... from 'electron'` and `require('electron')` (also `/main`, `/common`) give the stand-in's API. */
export function provideElectron(electron: object): void {
  Object.defineProperty(globalThis, Symbol.for(holder), { value: electron, enumerable: false });
  const reach = `globalThis[Symbol.for('${holder}')]`;
  const named = Object.keys(electron).map((name) => `export const ${name} = electron.${name};`);
  const sources = {
    module: `const electron = ${reach}; export default electron; ${named.join(' ')}`,
    commonjs: `module.exports = ${reach};`,
  };

  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (!/^electron(\/(main|common))?$/.test(specifier)) return nextResolve(specifier, context);
      const format = context.conditions.includes('require') ? 'commonjs' : 'module';
      return { url: `${holder}:${format}`, format, shortCircuit: true };
    },
    load(url, context, nextLoad) {
      if (!url.startsWith(`${holder}:`)) return nextLoad(url, context);
      const format = url.endsWith('commonjs') ? 'commonjs' : 'module';
      return { format, source: sources[format], shortCircuit: true };
    },
  });
}

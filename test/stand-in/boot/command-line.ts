/** What Electron's executable understands of its arguments: `[-r file]... [switches] [app] [arguments of the app]`. */
export interface CommandLine {
  /** Files of `-r` and `--require`, in order, loaded before the app. */
  requires: string[];
  /** Switches before the app's path: meant for Chromium as well as for the app. */
  chromiumSwitches: Map<string, string>;
  /** All switches, wherever they stand: what `app.commandLine` knows, as in Electron. */
  allSwitches: Map<string, string>;
  /** Folder, main file or app.asar; undefined when none was given. */
  app: string | undefined;
  /** A question about the executable itself. */
  asks: 'version' | 'help' | undefined;
}

/** Reads the arguments that follow the executable. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const line: CommandLine = {
    requires: [],
    chromiumSwitches: new Map(),
    allSwitches: new Map(),
    app: undefined,
    asks: undefined,
  };
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (line.app === undefined && (argument === '-r' || argument === '--require')) {
      index += 1;
      line.requires.push(args[index] ?? '');
    } else if (line.app === undefined && (argument === '--version' || argument === '-v')) {
      line.asks = 'version';
    } else if (line.app === undefined && (argument === '--help' || argument === '-h')) {
      line.asks = 'help';
    } else if (argument.startsWith('--') && argument.length > 2) {
      const [name, value] = splitSwitch(argument);
      line.allSwitches.set(name, value);
      if (line.app === undefined) line.chromiumSwitches.set(name, value);
    } else if (line.app === undefined && !argument.startsWith('-')) {
      line.app = argument;
    }
  }
  return line;
}

function splitSwitch(argument: string): [name: string, value: string] {
  const equals = argument.indexOf('=');
  return equals < 0 ? [argument.slice(2), ''] : [argument.slice(2, equals), argument.slice(equals + 1)];
}

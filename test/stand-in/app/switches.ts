import type { CommandLine as ElectronCommandLine } from 'electron';

/** `app.commandLine`: what was given at start and what the app adds before Chromium is started. */
export class CommandLineSwitches
  implements Pick<ElectronCommandLine, 'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'>
{
  /** Every switch the app can ask for. */
  readonly known = new Map<string, string>();
  /** Those that Chromium gets as well. */
  readonly forChromium = new Map<string, string>();

  appendSwitch(name: string, value = ''): void {
    this.known.set(name, value);
    this.forChromium.set(name, value);
  }

  appendArgument(value: string): void {
    if (value.startsWith('--')) this.appendSwitch(value.slice(2).split('=')[0] ?? '', value.split('=').slice(1).join('='));
  }

  hasSwitch(name: string): boolean {
    return this.known.has(name);
  }

  getSwitchValue(name: string): string {
    return this.known.get(name) ?? '';
  }

  removeSwitch(name: string): void {
    this.known.delete(name);
    this.forChromium.delete(name);
  }
}

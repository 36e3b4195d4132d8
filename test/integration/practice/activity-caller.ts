import { vi } from 'vitest';
import { startPracticePlatform } from '../../../main/practice/index.ts';
import type { ExportableOrder, PracticePlatform, PracticePlatformOptions, PurchaseLine, WantedOrder } from '../../../main/practice/index.ts';
import { PracticeCaller } from './practice-caller.ts';

/** How an activity is addressed. */
export interface Address {
  readonly activityType: string;
  readonly activityId: string;
}

/** A step as it came over the wire. */
export interface WireStep {
  readonly type: string;
  readonly message: string;
  readonly timeFromStart: number;
  readonly actions: readonly { readonly id: string; readonly name: string; readonly parameters: Readonly<Record<string, string>> }[];
}

/** A BackgroundActivityFullInfo as it came over the wire. */
export interface WireActivity extends Readonly<Record<'Id' | 'Type' | 'Description' | 'IsFinished' | 'IsCancelled' | 'IsAwaitingAction' | 'StartTime', string>> {
  readonly progress: number;
  readonly workTime: number;
  readonly actions: readonly { readonly id: string; readonly name: string }[];
  readonly steps: readonly WireStep[];
}

const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

function ensure(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

type Parsed = Readonly<Record<string, unknown>>;
const list = (wrapper: unknown, name: string): Parsed[] => (typeof wrapper === 'object' && wrapper !== null ? ((wrapper as Record<string, Parsed[]>)[name] ?? []) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readStep(step: Parsed): WireStep {
  return {
    type: text(step['Type']),
    message: text(step['Message']),
    timeFromStart: Number(step['TimeFromStart']),
    actions: list(step['Actions'], 'Action').map((action) => ({
      id: text(action['Id']),
      name: text(action['DisplayName']),
      parameters: Object.fromEntries(list(action['Parameters'], 'Parameter').map((parameter) => [text(parameter['@_Name']), text(parameter['#text'])])),
    })),
  };
}

function readActivity(fields: Parsed): WireActivity {
  return {
    Id: text(fields['Id']),
    Type: text(fields['Type']),
    Description: text(fields['Description']),
    IsFinished: text(fields['IsFinished']),
    IsCancelled: text(fields['IsCancelled']),
    IsAwaitingAction: text(fields['IsAwaitingAction']),
    StartTime: text(fields['StartTime']),
    progress: Number(fields['ProgressPercent']),
    workTime: Number(fields['WorkTime']),
    actions: list(fields['Actions'], 'Action').map((action) => ({ id: text(action['Id']), name: text(action['DisplayName']) })),
    steps: list(fields['Steps'], 'Step').map(readStep),
  };
}

export const METHODS = {
  export: 'RunOrderExportingToProvider',
  synchronise: 'RunOrdersSynchronizingWithProvider',
  link: 'RunOrderLinkingWithProvider',
  unlink: 'RunOrderUnlinkingFromProvider',
} as const;

export const ids = (wrapper: string, values: readonly string[]): string => `<${wrapper}>${values.map((value) => `<Id>${value}</Id>`).join('')}</${wrapper}>`;

/** A platform with fast activities that meet nothing unless a test says so, and a caller with sessions at both providers. */
export class ActivityCaller extends PracticeCaller {
  readonly platform: PracticePlatform;
  readonly #providerSessions: Readonly<Record<string, string>>;

  private constructor(platform: PracticePlatform) {
    super(platform);
    this.platform = platform;
    const session = (providerType: 'Taobao' | 'Alibaba1688', name: string): string =>
      platform.control.providerSessions().find((running) => running.name === name)?.id ?? platform.control.addProviderSession({ providerType, name }).id;
    this.#providerSessions = { Taobao: session('Taobao', 'lin_88'), Alibaba1688: session('Alibaba1688', '广州仓_02') };
  }

  static async start(options: PracticePlatformOptions = {}): Promise<ActivityCaller> {
    const platform = await startPracticePlatform({ lines: 300, seed: 4, activityStepMs: 0, ...options });
    const { control } = platform;
    control.activityDefaults({ kind: 'export', everyLine: 'clean', confirms: false, providerFails: false });
    control.activityDefaults({ kind: 'link', everyLine: 'matched' });
    const caller = new ActivityCaller(platform);
    await caller.signIn();
    return caller;
  }

  get control(): PracticePlatform['control'] {
    return this.platform.control;
  }

  order(wanted: Partial<WantedOrder> = {}): ExportableOrder {
    return this.control.makeExportable({ providerType: 'Taobao', lines: 2, ...wanted });
  }

  /** The session of the provider account with which this caller acts. */
  providerSession(providerType: string): string {
    return this.#providerSessions[providerType] ?? '';
  }

  parametersOf(children: string, providerType = 'Taobao'): Record<string, string> {
    const providerSessionId = this.providerSession(providerType);
    return { providerType, providerSessionId, ...(children === '' ? {} : { xmlParameters: `<Parameters>${children}</Parameters>` }) };
  }

  /** Begins an activity; `children` of `<Parameters>`. */
  async run(kind: keyof typeof METHODS, children: string, providerType = 'Taobao'): Promise<Address> {
    const { root, rootName, text: answer } = await this.call(METHODS[kind], this.parametersOf(children, providerType));
    const result = root['Result'] as { Type: string; Id: string } | undefined;
    if (result === undefined || rootName !== 'BackgroundActivityIdentificationInfoAnswer') throw new Error(`${METHODS[kind]} was refused: ${answer}`);
    return { activityType: result.Type, activityId: result.Id };
  }

  /** Exports an order, all of it or the lines with these ids. */
  export({ orderId, providerType }: ExportableOrder, lineIds: readonly string[] = []): Promise<Address> {
    return this.run('export', `<OrderId>${orderId}</OrderId>${lineIds.length === 0 ? '' : ids('OrderLineIds', lineIds)}`, providerType);
  }

  async info(address: Address, language = 'en'): Promise<WireActivity> {
    const { root, rootName } = await this.call('GetBackgroundActivityInfo', { ...address, language });
    ensure(rootName === 'BackgroundActivityFullInfoAnswer', rootName);
    return readActivity(root['Result'] as Parsed);
  }

  /** Waits until the activity has ended or stands still. */
  async settled(address: Address): Promise<WireActivity> {
    return vi.waitFor(
      async () => {
        const info = await this.info(address);
        ensure(info.IsFinished === 'true' || info.IsAwaitingAction === 'true', 'the activity neither has ended nor stands still');
        return info;
      },
      { timeout: 10_000, interval: 5 },
    );
  }

  /** Waits until the activity has ended. */
  async finished(address: Address): Promise<WireActivity> {
    const info = await this.settled(address);
    ensure(info.IsFinished === 'true', `the activity waits: ${info.steps.at(-1)?.message}`);
    return info;
  }

  /** Waits until the activity stands still. */
  async awaiting(address: Address): Promise<WireActivity> {
    const info = await this.settled(address);
    ensure(info.IsAwaitingAction === 'true', `the activity has ended: ${info.steps.at(-1)?.message}`);
    return info;
  }

  async search(filter = ''): Promise<WireActivity[]> {
    const xmlSearchParameters = `<BackgroundActivitySearchParameters>${filter}</BackgroundActivitySearchParameters>`;
    const { root, rootName } = await this.call('SearchBackgroundActivities', { xmlSearchParameters });
    ensure(rootName === 'BackgroundActivityInfoListAnswer', rootName);
    return list((root['Result'] as { Content: unknown }).Content, 'Item').map(readActivity);
  }

  /** The codes that an answer with these parameters gives. */
  answerWith(address: Address, parameters: Readonly<Record<string, string>>): Promise<string> {
    const inside = Object.entries(parameters).map(([name, value]) => `<Parameter Name="${escapeXml(name)}">${escapeXml(value)}</Parameter>`);
    return this.codesOf('DoStepActionForBackgroundActivity', { ...address, xmlParameters: `<NamedParameters>${inside.join('')}</NamedParameters>` });
  }

  /** Chooses the step action whose name matches, of the question whose message matches. */
  async answer(address: Address, name: RegExp, message = /^/): Promise<Readonly<Record<string, string>>> {
    const { steps } = await this.info(address);
    const action = steps.filter((step) => message.test(step.message)).flatMap(({ actions }) => actions).find((candidate) => name.test(candidate.name));
    if (action === undefined) throw new Error(`nothing offered matches ${String(name)}`);
    const codes = await this.answerWith(address, action.parameters);
    ensure(codes === 'Ok', `the answer was refused: ${codes}`);
    return action.parameters;
  }

  act(address: Address, actionId: string): Promise<string> {
    return this.codesOf('DoActionForBackgroundActivity', { ...address, actionId });
  }

  lines({ orderId }: { readonly orderId: string }): readonly PurchaseLine[] {
    return this.control.purchaseLines(orderId);
  }
}

/** Type and text of the steps, without HTML. */
export function plain(activity: WireActivity): string[] {
  return activity.steps.map(({ type, message }) => `${type}: ${message.replaceAll('<br>', ' / ').replaceAll(/<[^>]+>/g, '')}`);
}

export const typesOf = ({ steps }: WireActivity): string[] => steps.map(({ type }) => type);

/** The line at this place; there must be one. */
export function lineAt(lines: readonly PurchaseLine[], place: number): PurchaseLine {
  const line = lines[place];
  if (line === undefined) throw new Error(`there is no line at ${place}`);
  return line;
}

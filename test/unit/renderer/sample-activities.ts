import type {
  Activity,
  ActivityDetail,
  ActivityLine,
  ActivityStep,
  Question,
  StepAction,
} from '../../../preload/contract/activities.ts';
import type { StartAccount, StartLine, StartPreparation } from '../../../preload/contract/activity-starts.ts';
import { ago } from './sample-world.ts';

const title = { original: '夏季新款纯棉短袖T恤', translated: 'Cotton T-shirt, summer' };
const configuration = { original: '红色 L', translated: 'Red, L' };

export function sampleActivityLine(number: number, part: Partial<ActivityLine> = {}): ActivityLine {
  return {
    lineId: `L-${number}`,
    orderId: 'ORD-0000012345',
    orderNumber: '12345',
    lineNumber: number,
    title,
    configuration,
    pictureUrl: null,
    quantity: 2,
    status: { id: 2, name: 'Paid' },
    providerOrderId: '',
    waybills: [],
    priceWarning: null,
    ...part,
  };
}

export function sampleActivity(part: Partial<Activity> = {}): Activity {
  return {
    type: 'ProviderOrdersIntegrationExporting',
    id: 'A-1',
    kind: 'export',
    description: 'Export of order 12345',
    state: 'running',
    progressPercent: 40,
    workTimeMs: 65_000,
    startTime: '2024-05-08T10:00:00',
    knownSince: ago(2),
    endedAt: null,
    readAt: ago(0),
    readError: null,
    start: { accountName: 'wang_01', by: 'Ivan', station: 'Station 1', at: ago(2) },
    providerType: 'Taobao',
    orders: [{ id: 'ORD-0000012345', number: '12345' }],
    openQuestions: 0,
    errors: 0,
    warnings: 0,
    actions: [{ id: 'Cancel', label: 'Cancel' }],
    isSending: false,
    isRereading: false,
    ...part,
  };
}

export function sampleStep(part: Partial<ActivityStep> = {}): ActivityStep {
  return {
    kind: 'info',
    type: 'Info',
    message: [{ text: 'Checking goods', address: null }],
    timeFromStartMs: 300,
    lineId: null,
    actions: [],
    questionId: null,
    ...part,
  };
}

export function sampleDetail(part: Partial<ActivityDetail> = {}): ActivityDetail {
  return { ...sampleActivity(), steps: [sampleStep()], lines: [sampleActivityLine(1)], answers: [], ...part };
}

export const sampleAnswers: StepAction[] = [
  { kind: 'answer', label: 'Accept the new price', address: null },
  { kind: 'answer', label: 'Leave the line out', address: null },
  { kind: 'link', label: 'Look at it', address: 'https://item.taobao.com/item.htm?id=1' },
  { kind: 'unknown', label: 'Something else', address: null },
];

/** A question of the group `price` unless told otherwise, asked so many minutes ago. */
export function sampleQuestion(id: string, minutesAgo: number, part: Partial<Question> = {}): Question {
  const { type, id: activityId, kind, description } = sampleActivity();
  return {
    id,
    activity: { type, id: activityId, kind, description },
    message: [{ text: `Line ${id}: the price has changed`, address: null }],
    line: null,
    orders: [{ id: 'ORD-0000012345', number: '12345' }],
    actions: sampleAnswers,
    group: 'price',
    askedAt: ago(minutesAgo),
    isSending: false,
    answeredBefore: null,
    error: null,
    ...part,
  };
}

export function sampleStartLine(number: number, part: Partial<StartLine> = {}): StartLine {
  return {
    lineId: `L-${number}`,
    lineNumber: number,
    title,
    configuration,
    pictureUrl: null,
    quantity: 1,
    status: { id: 2, name: 'Paid' },
    sellerName: '杭州服饰店',
    providerOrderId: '',
    obstacle: null,
    isBlocked: false,
    ...part,
  };
}

export function sampleStartAccount(id: string, providerType = 'Taobao'): StartAccount {
  return { id, name: id, providerType, providerName: providerType, sessionEndsAt: ago(-600) };
}

export function samplePreparation(number: string, part: Partial<StartPreparation> = {}, providerType = 'Taobao'): StartPreparation {
  const account = sampleStartAccount(`${providerType}-1`, providerType);
  return {
    kind: 'export',
    order: { id: `ORD-${number}`, number, customerName: 'Customer', statusName: 'Paid', providerType, isPaid: true },
    lines: [sampleStartLine(1), sampleStartLine(2)],
    accounts: [account, sampleStartAccount(`${providerType}-2`, providerType)],
    preselected: account.id,
    underWay: [],
    ...part,
  };
}

import type { ActivityLine } from '../../../preload/contract/index.ts';
import { activityTypes, type ActivityFullInfo, type ActivityStep, type StepAction } from '../../../main/otapi/index.ts';

/** An activity as OT Platform tells it; under way and asking nothing, unless said otherwise. */
export function activityInfo(id: string, change: Partial<ActivityFullInfo> = {}): ActivityFullInfo {
  return {
    type: activityTypes.export,
    id,
    description: 'Export of order ORD-0000012345',
    isFinished: false,
    isCancelled: false,
    isAwaitingAction: false,
    progressPercent: 10,
    workTimeMs: 1_000,
    startTime: '2026-05-08T10:00:00',
    actions: [{ id: 'Cancel', name: 'Cancel' }],
    steps: [step('Info', 'Checking goods')],
    ...change,
  };
}

export function step(type: string, message: string, actions: StepAction[] = []): ActivityStep {
  return { type, message, timeFromStartMs: 100, actions };
}

/** An answer with one parameter, as the reference composes it. */
export function answer(name: string, value: string): StepAction {
  return { kind: 'DoStepAction', name, parameters: [{ name: 'Key', value }] };
}

/** A question with two answers about a line. */
export function priceQuestion(lineId: string, from = 10, to = 12): ActivityStep {
  const actions = [answer('Accept', `accept-${lineId}`), answer('Leave out', `skip-${lineId}`)];
  return step('Question', `Line ${lineId}: price changed from ${from} to ${to}`, actions);
}

export function activityLine(lineId: string, lineNumber: number, change: Partial<ActivityLine> = {}): ActivityLine {
  return {
    lineId,
    orderId: 'ORD-0000012345',
    orderNumber: '12345',
    lineNumber,
    title: { original: '红色毛衣', translated: 'Red sweater' },
    configuration: { original: '', translated: '' },
    pictureUrl: null,
    quantity: 1,
    status: { id: 2, name: 'Paid' },
    providerOrderId: '',
    waybills: [],
    priceWarning: null,
    ...change,
  };
}

import type { TFunction } from 'i18next';
import type { StationError } from '../../preload/contract/call.ts';

/** The carrier's name; a code that the texts do not know is shown as it is. */
export function carrierName(t: TFunction, code: string): string {
  const key = `carrier.${code}`;
  const name = (t as (key: string, options: object) => string)(key, { defaultValue: '' });
  return name === '' ? code.toUpperCase() : name;
}

/** Reasons that main gives beside an error's code, in `details.reason`, where it knows more than the code says. */
const reasonKeys = [
  'line-gone',
  'not-deliverable',
  'already-received',
  'more-than-awaited',
  'order-changed',
  'status-not-taken',
  'cannot-reverse-status',
  'waits-for-earlier',
  'cannot-retry',
  'cannot-set-aside',
  'cannot-acknowledge',
  'request-id',
  'closing',
] as const;

/** What went wrong and what to do about it, in words. */
export function errorWords(t: TFunction, error: StationError): { what: string; next: string } {
  const reason = reasonKeys.find((key) => key === error.details?.['reason']);
  if (reason) return { what: t(`reason.${reason}.what`, placeholdersOf(error)), next: t(`reason.${reason}.next`) };
  return { what: t(`error.${error.code}.what`), next: t(`error.${error.code}.next`) };
}

/** Every placeholder of a reason's words; one that main did not give stays empty. */
function placeholdersOf(error: StationError): Record<'status' | 'pieces' | 'awaited', string | number> {
  return { status: '', pieces: '', awaited: '', ...error.details };
}

/** The numbers a support person asks for, and OT Platform's own words. */
export function errorDetails(t: TFunction, error: StationError): string[] {
  const code = [error.apiCode, error.apiSubCode].filter(Boolean).join(' / ');
  return [
    error.serverText ?? '',
    code === '' ? '' : t('error.apiCode', { code }),
    error.requestId ? t('error.requestId', { id: error.requestId }) : '',
    error.logId ? t('error.logId', { id: error.logId }) : '',
  ].filter((text) => text !== '');
}

const stepKeys = ['read', 'split', 'find-part', 'status'] as const;
type Step = (typeof stepKeys)[number];

/** The step of an operation in words, or the step's own name. */
export function stepWords(t: TFunction, step: string): string {
  return isStep(step) ? t(`outbox.step.${step}`) : step;
}

/** Remarks of main/sync about done operations. */
const remarkKeys = [
  'already-received-there',
  'fewer-left',
  'over-received',
  'split-remains',
  'received-there-remains',
] as const;
type Remark = (typeof remarkKeys)[number];

/** The remark of a done operation in words. */
export function remarkWords(t: TFunction, remark: string): string {
  return isRemark(remark) ? t(`outbox.remark.${remark}`) : t('outbox.remark.other', { remark });
}

function isStep(step: string): step is Step {
  return (stepKeys as readonly string[]).includes(step);
}

function isRemark(remark: string): remark is Remark {
  return (remarkKeys as readonly string[]).includes(remark);
}

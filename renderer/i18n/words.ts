import type { TFunction } from 'i18next';
import type { StationError } from '../../preload/contract/call.ts';
import { carrierCodes } from '../../preload/contract/carriers.ts';
import { conflictReasons, databaseReasons, notFoundReasons, operationRemarks } from '../../preload/contract/reasons.ts';

/** The carrier's name; a code that is not known is shown as it is. */
export function carrierName(t: TFunction, code: string): string {
  const known = carrierCodes.find((key) => key === code);
  return known ? t(`carrier.${known}`) : code.toUpperCase();
}

/** Reasons with words of their own, where main knows more than the error's code says. */
const reasonKeys = [...conflictReasons, ...notFoundReasons];
const diskReasonKeys = databaseReasons.filter((reason) => reason !== 'other');

/** What went wrong and what to do about it, in words. */
export function errorWords(t: TFunction, error: StationError): { what: string; next: string } {
  const given = error.details?.['reason'];
  const reason = reasonKeys.find((key) => key === given);
  if (reason) return { what: t(`reason.${reason}.what`, placeholdersOf(error)), next: t(`reason.${reason}.next`) };
  const diskReason = error.code === 'database' ? diskReasonKeys.find((key) => key === given) : undefined;
  if (diskReason) return { what: t(`disk.${diskReason}.what`), next: t(`disk.${diskReason}.next`) };
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

/** The remark of a done operation in words. */
export function remarkWords(t: TFunction, remark: string): string {
  const known = operationRemarks.find((key) => key === remark);
  return known ? t(`outbox.remark.${known}`) : t('outbox.remark.other', { remark });
}

function isStep(step: string): step is Step {
  return (stepKeys as readonly string[]).includes(step);
}

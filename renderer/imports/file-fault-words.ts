import type { TFunction } from 'i18next';
import type { StationError } from '../../preload/contract/call.ts';
import en from '../i18n/en.json' with { type: 'json' };
import { errorWords } from '../i18n/words.ts';

type FileFault = keyof (typeof en)['fileFault'];

/** Why a file of orders cannot be read, in words; for any other error the words of the error. */
export function fileErrorWords(t: TFunction, error: StationError): { what: string; next: string } {
  const fault = error.details?.['file'];
  if (error.code !== 'invalid-file' || !isFileFault(fault)) return errorWords(t, error);
  const details = { ...allPlaceholders, ...error.details };
  const { found, problem, line } = details;
  const known = [found, problem, line === '' ? '' : 'line'].map((kind) => `${fault}-${kind}`).find(isFileFault) ?? fault;
  return { what: t(`fileFault.${known}.what`, details), next: t(`fileFault.${known}.next`, details) };
}

/** Every placeholder of the words, and what tells which words fit best; what main does not give stays empty. */
const allPlaceholders = {
  max: '',
  row: '',
  line: '',
  column: '',
  element: '',
  found: '',
  problem: '',
  attribute: '',
  value: '',
  sheet: '',
  encoding: '',
};

function isFileFault(fault: unknown): fault is FileFault {
  return typeof fault === 'string' && Object.hasOwn(en.fileFault, fault);
}

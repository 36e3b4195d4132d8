import { randomUUID } from 'node:crypto';
import type { Refusal } from './refusal.ts';
import { element, elementIfPresent, renderDocument } from './xml-writer.ts';
import type { XmlElement } from './xml-writer.ts';
import type { Language } from './world/language.ts';

const NAMESPACES = {
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  xmlns: 'http://services.opentao.net',
};

/** What the platform's own clock says about a call; `debug` adds the record of otapi.md 1.5. */
export interface CallTiming {
  readonly methodName: string;
  readonly milliseconds: number;
  readonly debug: boolean;
}

/** `RequestId` and `RequestTime`, with `DebugInfo` before them when it was asked for (otapi.md 1.5). */
function requestFields({ methodName, milliseconds, debug }: CallTiming): (XmlElement | null)[] {
  const time = milliseconds.toFixed(4);
  const records = [element('Name', methodName), element('Message'), element('Time', time), element('Count', 1), element('Parallel', false)];
  return [
    debug ? element('DebugInfo', [element('Record', records)]) : null,
    element('RequestId', randomUUID()),
    element('RequestTime', time),
    debug ? element('RequestTimeStatistic', `${methodName}: ${time}`) : null,
  ];
}

/** The answer of a call that went well. `payload` is `Result` or the method's other payload field; void answers have none. */
export function successDocument(answerType: string, payload: readonly XmlElement[], timing: CallTiming): string {
  const fields = [element('ErrorCode', 'Ok'), element('SubErrorCode'), ...requestFields(timing), ...payload];
  return renderDocument(element(answerType, fields, NAMESPACES));
}

/** The answer of a call that was refused (otapi.md 1.5): the template and its arguments come only with a sub-code. */
export function refusalDocument(answerType: string, refusal: Refusal, language: Language, timing: CallTiming): string {
  const description = refusal.descriptionIn(language);
  const hasSubCode = refusal.subErrorCode !== '';
  const fields = [
    element('ErrorCode', refusal.errorCode),
    element('ErrorDescription', description),
    element('SubErrorCode', refusal.subErrorCode),
    hasSubCode ? elementIfPresent('ErrorDescriptionTemplate', description) : null,
    hasSubCode ? element('ErrorDescriptionArguments') : null,
    ...requestFields(timing),
  ];
  return renderDocument(element(answerType, fields, NAMESPACES));
}

import type {
  ActivityAction,
  ActivityFullInfo,
  ActivityId,
  ActivityInfo,
  ActivityStep,
  NamedParameter,
  StepAction,
} from '../model.ts';
import { childOf, type XmlElement } from '../xml/xml-element.ts';
import { field, list, record, type Field } from './decoder.ts';
import { flag, id, integer, markup, text } from './values.ts';

const ownAddress = {
  type: field('Type', text),
  id: field('Id', id),
};

/** Section 3.2: what the Run methods answer. */
export const activityId: Field<ActivityId> = record<ActivityId>(ownAddress);

const ownInfo = {
  ...ownAddress,
  description: field('Description', text),
  isFinished: field('IsFinished', flag),
  isCancelled: field('IsCancelled', flag),
  isAwaitingAction: field('IsAwaitingAction', flag),
  progressPercent: field('ProgressPercent', integer),
  workTimeMs: field('WorkTime', integer),
  startTime: field('StartTime', text),
  actions: list('Actions', 'Action', record<ActivityAction>({ id: field('Id', id), name: field('DisplayName', text) })),
};

/** Section 4.3. */
export const activityInfo: Field<ActivityInfo> = record<ActivityInfo>(ownInfo);

/** The name is an attribute (section 4.3), or a child as the value is then too. */
function nameOf(parameter: XmlElement): string {
  return parameter.attributes['Name'] ?? childOf(parameter, 'Name')?.text ?? '';
}

const namedParameter: Field<NamedParameter> = (parameter, report) => {
  const name = nameOf(parameter);
  const value = (childOf(parameter, 'Value') ?? parameter).text;
  if (name === '') report({ element: parameter.name, expected: 'name', text: value });
  return { name, value };
};
const namedParameters = list('Parameters', 'Parameter', namedParameter, (element) => nameOf(element) !== '');

/** Those without a name cannot be sent back. */
const parameters: Field<NamedParameter[]> = (action, report) =>
  namedParameters(action, report).filter(({ name }) => name !== '');

const step: Field<ActivityStep> = record<ActivityStep>({
  type: field('Type', text),
  message: field('Message', markup),
  timeFromStartMs: field('TimeFromStart', integer),
  actions: list(
    'Actions',
    'Action',
    record<StepAction>({ kind: field('Id', id), name: field('DisplayName', text), parameters }),
  ),
});

/** Section 4.3: an activity with its steps. */
export const activityFullInfo: Field<ActivityFullInfo> = record<ActivityFullInfo>({
  ...ownInfo,
  steps: list('Steps', 'Step', step, (element) => childOf(element, 'Message') !== undefined),
});

import { isAwaitingAction, workTime } from '../background-activities/activity.ts';
import type { Activity, ActivityAction, Step, StepAction } from '../background-activities/activity.ts';
import type { Language } from '../world/language.ts';
import { dateTime, element } from '../xml-writer.ts';
import type { XmlElement } from '../xml-writer.ts';

/** The children of a BackgroundActivityInfo as it stands at this moment (otapi.md 4.3). */
export function activityFields(activity: Activity, actions: readonly ActivityAction[], language: Language, now: Date): XmlElement[] {
  return [
    element('Id', activity.id),
    element('Type', activity.type),
    element('Description', activity.description[language]),
    element('IsFinished', activity.finishedAt !== null),
    element('IsCancelled', activity.cancelled),
    element('IsAwaitingAction', isAwaitingAction(activity)),
    element('ProgressPercent', activity.progressPercent),
    element('WorkTime', workTime(activity, now)),
    element('Actions', actions.map(({ id, displayName }) => element('Action', [element('Id', id), element('DisplayName', displayName[language])]))),
    element('StartTime', dateTime(new Date(activity.startedAt))),
  ];
}

/** What a BackgroundActivityFullInfo has more. */
export function stepsElement({ steps }: Activity, language: Language): XmlElement {
  return element('Steps', steps.map((step) => stepElement(step, language)));
}

function stepElement({ type, message, timeFromStart, actions, question }: Step, language: Language): XmlElement {
  const offered = question === 'closed' ? [] : actions;
  return element('Step', [
    element('Type', type),
    element('Message', message[language]),
    element('TimeFromStart', timeFromStart),
    element('Actions', offered.map((action) => stepActionElement(action, language))),
  ]);
}

function stepActionElement({ id, displayName, parameters }: StepAction, language: Language): XmlElement {
  return element('Action', [
    element('Id', id),
    element('DisplayName', displayName[language]),
    element('Parameters', parameters.map(({ name, value }) => element('Parameter', value, { Name: name }))),
  ]);
}

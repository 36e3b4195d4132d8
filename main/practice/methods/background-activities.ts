import type { Activity } from '../background-activities/activity.ts';
import { refusals } from '../refusal.ts';
import type { XmlNode } from '../xml-parameters.ts';
import { element } from '../xml-writer.ts';
import { activityFields, stepsElement } from './activity-elements.ts';
import { operatorMethod, VOID_ANSWER } from './method.ts';
import type { MethodDefinition, OperatorCall } from './method.ts';

/** The activity that a call addresses, by type and id together (otapi.md 4.1). */
function addressedActivity({ parameters, context }: OperatorCall): Activity {
  const type = parameters.required('activityType');
  const activity = context.activities.byId(parameters.required('activityId'));
  if (activity === null || activity.type !== type) throw refusals.activityNotFound();
  return activity;
}

/** The types to which a search is limited, or null. */
function searchedTypes({ parameters }: OperatorCall): readonly string[] | null {
  if (parameters.text('xmlSearchParameters').trim() === '') return null;
  return parameters.xml('xmlSearchParameters', 'BackgroundActivitySearchParameters').listOf('Types', 'Type');
}

/** `<Parameter Name="key">value</Parameter>*`; a name may stand only once. */
function readNamedParameters(root: XmlNode): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const node of root.children('Parameter')) {
    const name = node.attribute('Name');
    if (name === null || parameters.has(name)) throw refusals.badParameter('xmlParameters');
    parameters.set(name, node.text);
  }
  return parameters;
}

/** Background activities (otapi.md 4). */
export const backgroundActivityMethods: Readonly<Record<string, MethodDefinition>> = {
  SearchBackgroundActivities: operatorMethod('BackgroundActivityInfoListAnswer', (call) => {
    const { activities, now } = call.context;
    const types = searchedTypes(call);
    const found = activities.newestFirst().filter(({ type }) => types === null || types.includes(type));
    const items = found.map((activity) => element('Item', activityFields(activity, activities.actionsOf(activity), call.language, now())));
    return [element('Result', [element('Content', items)])];
  }),

  GetBackgroundActivityInfo: operatorMethod('BackgroundActivityFullInfoAnswer', (call) => {
    const { activities, now } = call.context;
    const activity = addressedActivity(call);
    return [element('Result', [...activityFields(activity, activities.actionsOf(activity), call.language, now()), stepsElement(activity, call.language)])];
  }),

  DoActionForBackgroundActivity: operatorMethod(VOID_ANSWER, (call) => {
    call.context.activities.act(addressedActivity(call), call.parameters.required('actionId'));
    return [];
  }),

  DoStepActionForBackgroundActivity: operatorMethod(VOID_ANSWER, (call) => {
    const activity = addressedActivity(call);
    call.context.activities.answer(activity, readNamedParameters(call.parameters.xml('xmlParameters', 'NamedParameters')));
    return [];
  }),
};

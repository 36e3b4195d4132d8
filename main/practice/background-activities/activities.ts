import { randomUUID } from 'node:crypto';
import { refusals } from '../refusal.ts';
import { UNKNOWN_FACTS } from '../unknown-facts.ts';
import type { PracticeWorld } from '../world/world.ts';
import { isAwaitingAction, leaveOutAnswers, offeredAnswers } from './activity.ts';
import type { Activity, ActivityAction, Step } from './activity.ts';
import { ActivityTimers } from './activity-timers.ts';
import type { Draft } from './drafts.ts';
import { performNext, takeAnswer } from './scripts.ts';
import { Stage } from './stage.ts';
import { activityTexts } from './texts/activity-texts.ts';

export interface ActivitiesSettings {
  readonly world: PracticeWorld;
  readonly now: () => Date;
  /** Milliseconds between two steps. */
  readonly stepMs: number;
  /** Activities of an earlier run. */
  readonly kept?: readonly Activity[];
}

/** Ids of activity actions; only `Cancel` is known of the real platform (otapi.md 4.3). */
const CANCEL = 'Cancel';
const LEAVE_OUT = 'LeaveOutQuestioned';

const DAY_MS = 86_400_000;

/** The background activities of the instance (otapi.md 4). They go on by themselves, until they end or wait for an answer. */
export class Activities {
  readonly timers: ActivityTimers;
  readonly #settings: ActivitiesSettings;
  /** Oldest first. */
  #activities: Activity[];
  readonly #listeners: (() => void)[] = [];

  constructor(settings: ActivitiesSettings) {
    this.#settings = settings;
    this.timers = new ActivityTimers(settings.stepMs);
    this.#activities = [...(settings.kept ?? [])];
    for (const activity of this.#activities) this.#goOn(activity);
  }

  /** Calls back after every change from now on. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** What is to be kept now: the activities that still run, and those that ended not long ago; oldest first. */
  current(): readonly Activity[] {
    const oldest = this.#settings.now().getTime() - UNKNOWN_FACTS.finishedActivityDays * DAY_MS;
    this.#activities = this.#activities.filter(({ finishedAt }) => finishedAt === null || Date.parse(finishedAt) > oldest);
    return this.#activities;
  }

  /** By start time, newest first. */
  newestFirst(): Activity[] {
    return this.current().toReversed();
  }

  /** The activity with this id, or null. */
  byId(id: string): Activity | null {
    return this.current().find((activity) => activity.id === id) ?? null;
  }

  /** Begins an activity. `stepMs`: the time between its steps, where it has one of its own. */
  begin({ type, description, work }: Draft, stepMs: number | null): Activity {
    const activity: Activity = {
      id: randomUUID(),
      type,
      description,
      startedAt: this.#settings.now().toISOString(),
      finishedAt: null,
      cancelled: false,
      taskCount: work.tasks.length,
      progressPercent: 0,
      steps: [],
      offers: [],
      work,
    };
    this.#activities = [...this.current(), activity];
    if (stepMs !== null) this.timers.setStep(stepMs, activity.id);
    this.#changed(activity);
    return activity;
  }

  /** What can be done now with the whole activity (otapi.md 4.3). */
  actionsOf(activity: Activity): ActivityAction[] {
    if (activity.finishedAt !== null) return [];
    const actions = [{ id: CANCEL, displayName: activityTexts.cancel }, ...activity.offers];
    if (leaveOutAnswers(activity).length > 1) actions.push({ id: LEAVE_OUT, displayName: activityTexts.leaveOutQuestioned });
    return actions;
  }

  /** Does an action of the activity; refused when it is over, or does not offer that. */
  act(activity: Activity, actionId: string): void {
    const stage = this.#stageOf(activity);
    const action = this.actionsOf(activity).find(({ id }) => id === actionId);
    if (action === undefined) throw refusals.actionNotOffered();
    if (actionId === CANCEL) {
      stage.say('Info', activityTexts.cancelled);
      stage.end({ cancelled: true });
    } else if (actionId === LEAVE_OUT) {
      for (const { step, answer } of leaveOutAnswers(activity)) {
        step.question = 'closed';
        takeAnswer(stage, answer);
      }
    } else {
      activity.offers = [];
      stage.say('Info', activityTexts.chosen(action.displayName));
    }
    this.#changed(activity);
  }

  /** Takes the answer with exactly these parameters (otapi.md 4.1); refused when the activity or the question is over. */
  answer(activity: Activity, parameters: ReadonlyMap<string, string>): void {
    const stage = this.#stageOf(activity);
    const offered = offeredAnswers(activity).filter(({ action }) => isSame(action.parameters, parameters));
    if (offered.length === 0) throw refusals.badParameter('xmlParameters');
    const chosen = offered.find(({ step }) => step.question === 'open');
    if (chosen === undefined) throw refusals.questionGone();
    chosen.step.question = 'closed';
    if (chosen.answer.does === 'nothing') stage.say('Info', activityTexts.chosen(chosen.action.displayName));
    else takeAnswer(stage, chosen.answer);
    this.#changed(activity);
  }

  /** Adds a step, and activity actions of which one must then be chosen. */
  say(activity: Activity, step: Omit<Step, 'timeFromStart'>, offers: readonly ActivityAction[]): void {
    this.#stageOf(activity).addStep(step);
    activity.offers.push(...offers);
    this.#changed(activity);
  }

  /** Ends an activity that does not end by itself. */
  finish(activity: Activity): void {
    this.#stageOf(activity).end();
    this.#changed(activity);
  }

  /** Holds every activity where it is. */
  stop(): void {
    this.timers.stop();
  }

  #stageOf(activity: Activity): Stage {
    if (activity.finishedAt !== null) throw refusals.activityFinished();
    return new Stage(activity, this.#settings.world, this.#settings.now);
  }

  #changed(activity: Activity): void {
    this.#goOn(activity);
    for (const listener of this.#listeners) listener();
  }

  #goOn(activity: Activity): void {
    if (activity.finishedAt !== null) return this.timers.forget(activity.id);
    if (activity.work.tasks.length === 0 || isAwaitingAction(activity)) return this.timers.giveUp(activity.id);
    this.timers.wait(activity.id, () => this.#perform(activity));
  }

  #perform(activity: Activity): void {
    const stage = this.#stageOf(activity);
    performNext(stage);
    const { work, taskCount } = activity;
    if (activity.finishedAt === null) {
      // Goods that turn up in a provider order are more to do: progress stands still then, and never goes back.
      const done = Math.floor((100 * (taskCount - work.tasks.length)) / taskCount);
      activity.progressPercent = Math.max(activity.progressPercent, done);
      if (work.tasks.length === 0) stage.end();
    }
    this.#changed(activity);
  }
}

function isSame(offered: readonly { readonly name: string; readonly value: string }[], sent: ReadonlyMap<string, string>): boolean {
  return offered.length === sent.size && offered.every(({ name, value }) => sent.get(name) === value);
}

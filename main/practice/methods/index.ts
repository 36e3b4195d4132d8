import { autopurchaseMethods } from './autopurchase.ts';
import { backgroundActivityMethods } from './background-activities.ts';
import { lineChangeMethods } from './line-changes.ts';
import type { MethodDefinition } from './method.ts';
import { orderMethods } from './orders.ts';
import { providerSessionMethods } from './provider-sessions.ts';
import { referenceListMethods } from './reference-lists.ts';
import { signInMethods } from './sign-in.ts';

/** Every method that the platform offers, by its name; names are case-sensitive (otapi.md 1.1). */
export const METHODS: ReadonlyMap<string, MethodDefinition> = new Map(
  Object.entries({
    ...signInMethods,
    ...referenceListMethods,
    ...orderMethods,
    ...lineChangeMethods,
    ...providerSessionMethods,
    ...autopurchaseMethods,
    ...backgroundActivityMethods,
  }),
);

import { addOrderMethods } from './add-order.ts';
import { autopurchaseMethods } from './autopurchase.ts';
import { backgroundActivityMethods } from './background-activities.ts';
import { customerMethods } from './customers.ts';
import { deliveryTypeMethods } from './delivery-types.ts';
import { lineChangeMethods } from './line-changes.ts';
import type { MethodDefinition } from './method.ts';
import { orderChangeMethods } from './order-changes.ts';
import { orderMethods } from './orders.ts';
import { paymentMethods } from './payments.ts';
import { providerSessionMethods } from './provider-sessions.ts';
import { referenceListMethods } from './reference-lists.ts';
import { signInMethods } from './sign-in.ts';

/** What each file of this folder offers; no method is in two. */
export const METHOD_FAMILIES: readonly Readonly<Record<string, MethodDefinition>>[] = [
  signInMethods,
  referenceListMethods,
  deliveryTypeMethods,
  customerMethods,
  orderMethods,
  addOrderMethods,
  orderChangeMethods,
  paymentMethods,
  lineChangeMethods,
  providerSessionMethods,
  autopurchaseMethods,
  backgroundActivityMethods,
];

/** Every method that the platform offers, by its name; names are case-sensitive (otapi.md 1.1). */
export const METHODS: ReadonlyMap<string, MethodDefinition> = new Map(METHOD_FAMILIES.flatMap((family) => Object.entries(family)));

import { z } from 'zod';
import { PROVIDER_TYPES } from '../world/providers.ts';

/** What an export meets at a line (otapi.md 3.2). */
export const EXPORT_CASES = ['clean', 'price-changed', 'configuration-missing', 'item-gone', 'discount-lost'] as const;
export type ExportCase = (typeof EXPORT_CASES)[number];

/** What a synchronisation brings for a line. */
export const SYNCHRONISE_CASES = ['nothing', 'statuses', 'waybills', 'seller-cancel'] as const;
export type SynchroniseCase = (typeof SYNCHRONISE_CASES)[number];

/** Whether goods of a provider order are recognised as those of a line. */
export const LINK_CASES = ['matched', 'unmatched'] as const;
export type LinkCase = (typeof LINK_CASES)[number];

const slot = z.int().nonnegative();
const providerType = z.enum(PROVIDER_TYPES);

/** What an answer to a question means. */
export const answerSchema = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('accept-price'), slot, price: z.number() }),
  z.strictObject({ does: z.literal('choose-configuration'), slot, configurationId: z.string() }),
  z.strictObject({ does: z.literal('leave-out'), slot }),
  z.strictObject({ does: z.literal('stop') }),
  z.strictObject({ does: z.literal('bind'), providerOrderId: z.string(), slot: slot.nullable() }),
  /** The answer to a question that a test has put. */
  z.strictObject({ does: z.literal('nothing') }),
]);
export type Answer = z.infer<typeof answerSchema>;

const exportLineSchema = z.strictObject({
  slot,
  case: z.enum(EXPORT_CASES),
  state: z.enum(['unchecked', 'kept', 'left-out']),
  /** The price that was accepted, CNY; null = as ordered. */
  price: z.number().nullable(),
  /** The configuration that was chosen; null = as ordered. */
  configurationId: z.string().nullable(),
});
export type ExportLine = z.infer<typeof exportLineSchema>;

const exportTaskSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('announce') }),
  z.strictObject({ do: z.literal('check'), slot }),
  z.strictObject({ do: z.literal('settle') }),
  z.strictObject({ do: z.literal('place') }),
  z.strictObject({ do: z.literal('compare-prices') }),
  z.strictObject({ do: z.literal('sum-up') }),
]);

/** Whose goods an activity deals with, and with which provider account. */
const actingSchema = { providerType, accountId: z.string() };

const exportWorkSchema = z.strictObject({
  kind: z.literal('export'),
  ...actingSchema,
  orderIndex: z.int(),
  lines: z.array(exportLineSchema),
  /** How far another price is from the ordered one; null = drawn. */
  pricePercent: z.number().nullable(),
  /** Whether the activity asks once more before it places the order, after questions. */
  confirms: z.boolean(),
  providerFails: z.boolean(),
  tasks: z.array(exportTaskSchema),
});
export type ExportWork = z.infer<typeof exportWorkSchema>;

const boundOrderSchema = z.strictObject({ providerOrderId: z.string(), slots: z.array(slot) });

const synchroniseTaskSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('announce') }),
  z.strictObject({ do: z.literal('read'), providerOrders: z.array(boundOrderSchema) }),
  z.strictObject({ do: z.literal('sum-up') }),
]);

const synchroniseWorkSchema = z.strictObject({
  kind: z.literal('synchronise'),
  ...actingSchema,
  everyLine: z.enum(SYNCHRONISE_CASES).nullable(),
  byLine: z.record(z.string(), z.enum(SYNCHRONISE_CASES)),
  changedLines: z.int(),
  tasks: z.array(synchroniseTaskSchema),
});
export type SynchroniseWork = z.infer<typeof synchroniseWorkSchema>;

/** Goods in a provider order. */
const goodsSchema = z.strictObject({
  /** What the seller calls them, in Chinese. */
  title: z.string(),
  /** The line whose goods they are; null for goods of no line. */
  slot: slot.nullable(),
  case: z.enum(LINK_CASES),
});
export type Goods = z.infer<typeof goodsSchema>;

const linkTaskSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('announce') }),
  z.strictObject({ do: z.literal('refuse'), slot }),
  /** Null: there is no such provider order. */
  z.strictObject({ do: z.literal('read'), providerOrderId: z.string(), goods: z.array(goodsSchema).nullable() }),
  z.strictObject({ do: z.literal('match'), providerOrderId: z.string(), goods: goodsSchema }),
  z.strictObject({ do: z.literal('bind') }),
]);

const linkWorkSchema = z.strictObject({
  kind: z.literal('link'),
  ...actingSchema,
  orderIndex: z.int(),
  /** The lines that goods may belong to. */
  candidates: z.array(slot),
  bindings: z.array(z.strictObject({ slot, providerOrderId: z.string() })),
  tasks: z.array(linkTaskSchema),
});
export type LinkWork = z.infer<typeof linkWorkSchema>;

const unlinkTaskSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('announce') }),
  z.strictObject({ do: z.literal('unbind'), slot }),
  z.strictObject({ do: z.literal('sum-up') }),
]);

const unlinkWorkSchema = z.strictObject({
  kind: z.literal('unlink'),
  ...actingSchema,
  orderIndex: z.int(),
  unboundLines: z.int(),
  tasks: z.array(unlinkTaskSchema),
});
export type UnlinkWork = z.infer<typeof unlinkWorkSchema>;

/** An activity that does nothing by itself: a test tells what happens in it. */
const toldWorkSchema = z.strictObject({ kind: z.literal('told'), tasks: z.array(z.never()) });

/** What an activity does, and what it has still to do. */
export const workSchema = z.discriminatedUnion('kind', [exportWorkSchema, synchroniseWorkSchema, linkWorkSchema, unlinkWorkSchema, toldWorkSchema]);
export type Work = z.infer<typeof workSchema>;

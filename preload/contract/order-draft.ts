import { z } from 'zod';
import type { DraftFault, DraftField } from './draft-faults.ts';
import { plainText, readItem } from './item-link.ts';
import { longestComment, longestReference, normalReference, referenceCharacter } from './order-reference.ts';

export * from './draft-faults.ts';
export * from './order-reference.ts';

/** Most lines of an order. */
export const mostLines = 1000;
const text = z.string().max(4000);

const draftLine = z.object({
  /** Id or link. */
  item: text,
  configurationId: text,
  quantity: text,
  /** Kilograms. */
  weight: text,
  /** Unit price that the person awaits, in the currency of the order. */
  awaitedPrice: text,
  comment: text,
  promotionId: text,
});

/** An order before it is sent. All texts are as typed, so that nothing typed is lost; `readDraft` reads them. */
export const orderDraft = z.object({
  reference: text,
  comment: text,
  deliveryModeId: text,
  profileId: text,
  lines: z.array(draftLine).max(mostLines),
});
export type OrderDraft = z.output<typeof orderDraft>;
export type DraftLine = OrderDraft['lines'][number];

/** What a draft says, ready to be sent (otapi.md 5.1). */
export interface ReadOrder {
  /** Empty: it has none. */
  reference: string;
  comment: string;
  deliveryModeId: string;
  profileId: string | null;
  /** Of all its goods; null when the station does not know the provider. */
  providerType: string | null;
  lines: ReadOrderLine[];
}

export interface ReadOrderLine {
  itemId: string;
  configurationId: string | null;
  quantity: number;
  /** Kilograms. */
  weight: number | null;
  awaitedPrice: number | null;
  comment: string;
  promotionId: string | null;
}

/** What the station knows of that a draft names; what is not told is not checked. */
export interface KnownToDrafts {
  deliveryModeIds?: readonly string[];
  profileIds?: readonly string[];
  /** Reference -> number of the order that was added with it. */
  usedReferences?: ReadonlyMap<string, string>;
}

const longestId = 100;
const mostPieces = 100_000;
const heaviest = 1000;
const dearest = 10_000_000;

export function emptyDraftLine(): DraftLine {
  return { item: '', configurationId: '', quantity: '', weight: '', awaitedPrice: '', comment: '', promotionId: '' };
}

/** One empty line, to type into. */
export function emptyDraft(): OrderDraft {
  return { reference: '', comment: '', deliveryModeId: '', profileId: '', lines: [emptyDraftLine()] };
}

/** Nothing is typed. What it is bound to does not count: that may be chosen beforehand. */
export function isEmptyDraft(draft: OrderDraft): boolean {
  return plainText(draft.reference) === '' && plainText(draft.comment) === '' && draft.lines.every(isEmptyLine);
}

function isEmptyLine(line: DraftLine): boolean {
  return Object.values(line).every((cell) => plainText(cell) === '');
}

/** Reads a draft. `order` is null when there are errors. Empty lines are passed over. */
export function readDraft(draft: OrderDraft, known: KnownToDrafts = {}): { order: ReadOrder | null; faults: DraftFault[] } {
  const found = new Faults();
  const order: ReadOrder = {
    reference: readReferenceCell(draft.reference, known, found),
    comment: found.comment(draft.comment, null),
    deliveryModeId: readDeliveryMode(draft.deliveryModeId, known, found),
    profileId: readProfile(draft.profileId, known, found),
    providerType: null,
    lines: [],
  };
  const lines = draft.lines.map((line, index) => ({ line, index })).filter(({ line }) => !isEmptyLine(line));
  if (lines.length === 0) found.error(null, 'lines', 'no-lines');
  if (lines.length > mostLines) found.error(null, 'lines', 'too-many-lines', { max: mostLines, lines: lines.length });
  const goods = new Goods(found);
  for (const { line, index } of lines) order.lines.push(readLine(line, index, goods, found));
  order.providerType = goods.providerType;
  return { order: found.hasErrors ? null : order, faults: found.all };
}

function readReferenceCell(cell: string, known: KnownToDrafts, found: Faults): string {
  const reference = normalReference(cell);
  const strange = strangeIn(reference, referenceCharacter);
  if (strange !== '') found.error(null, 'reference', 'reference-characters', { characters: strange });
  if (reference.length > longestReference) {
    found.error(null, 'reference', 'reference-too-long', { max: longestReference, length: reference.length });
  }
  const orderNumber = known.usedReferences?.get(reference);
  if (reference !== '' && orderNumber !== undefined) found.warn(null, 'reference', 'reference-used', { orderNumber });
  return reference;
}

function readDeliveryMode(cell: string, known: KnownToDrafts, found: Faults): string {
  const id = found.id(cell, null, 'deliveryModeId');
  if (id === '') found.error(null, 'deliveryModeId', 'delivery-mode-missing');
  else if (known.deliveryModeIds?.includes(id) === false) {
    found.error(null, 'deliveryModeId', 'delivery-mode-unknown', { value: shown(id) });
  }
  return id;
}

/** A whole number, as far as it is known (otapi.md 5.1). */
function readProfile(cell: string, known: KnownToDrafts, found: Faults): string | null {
  const id = plainText(cell);
  if (id === '') return null;
  if (!/^\d{1,18}$/.test(id)) found.error(null, 'profileId', 'profile-not-number', { value: shown(id) });
  else if (known.profileIds?.includes(id) === false) found.error(null, 'profileId', 'profile-unknown', { value: shown(id) });
  return id;
}

function readLine(line: DraftLine, index: number, goods: Goods, found: Faults): ReadOrderLine {
  const item = readItem(line.item);
  if (!item.ok) found.error(index, 'item', item.fault);
  const typed = found.id(line.configurationId, index, 'configurationId');
  const linked = item.ok ? item.configurationId : '';
  if (typed !== '' && linked !== '' && typed !== linked) {
    found.error(index, 'configurationId', 'configuration-differs', { link: linked, cell: shown(typed) });
  }
  const configurationId = typed === '' ? linked : typed;
  if (item.ok) goods.add(index, item.itemId, configurationId, item.providerType);
  return {
    itemId: item.ok ? item.itemId : '',
    configurationId: configurationId === '' ? null : configurationId,
    quantity: readQuantity(line.quantity, index, found),
    weight: found.decimal(line.weight, index, 'weight', heaviest),
    awaitedPrice: found.decimal(line.awaitedPrice, index, 'awaitedPrice', dearest),
    comment: found.comment(line.comment, index),
    promotionId: found.id(line.promotionId, index, 'promotionId') || null,
  };
}

function readQuantity(cell: string, line: number, found: Faults): number {
  const typed = plainText(cell);
  if (typed === '') {
    found.error(line, 'quantity', 'quantity-empty');
    return 0;
  }
  // Not "2,000" and not "2.000": in one country they are two, in the other two thousand.
  if (!/^\d+(?:\.0{1,2})?$/.test(typed)) {
    found.error(line, 'quantity', 'quantity-not-whole', { value: shown(typed) });
    return 0;
  }
  const quantity = Number(typed);
  if (quantity < 1 || quantity > mostPieces) found.error(line, 'quantity', 'quantity-out-of-range', { min: 1, max: mostPieces });
  return quantity;
}

/** The goods of an order, which are of one provider, and each of them best once. */
class Goods {
  readonly #found: Faults;
  readonly #lines = new Map<string, number>();
  #first: { provider: string; type: string | null; line: number } | null = null;
  #isMixed = false;

  constructor(found: Faults) {
    this.#found = found;
  }

  get providerType(): string | null {
    return this.#first?.type ?? null;
  }

  add(line: number, itemId: string, configurationId: string, type: string | null): void {
    const [, prefix = 'tb', digits = ''] = /^(?:([a-z]+)-)?(\d+)$/.exec(itemId) ?? [];
    const provider = type ?? prefix;
    this.#first ??= { provider, type, line };
    if (provider !== this.#first.provider && !this.#isMixed) {
      this.#isMixed = true;
      this.#found.error(line, 'item', 'two-providers', { provider, first: this.#first.provider, lineNumber: this.#first.line + 1 });
    }
    const key = `${provider} ${digits} ${configurationId}`;
    const before = this.#lines.get(key);
    if (before === undefined) this.#lines.set(key, line);
    else this.#found.warn(line, 'item', 'same-goods', { lineNumber: before + 1 });
  }
}

const idCharacter = /[\p{L}\p{Nd}\-_.:;=,/|#+*~]/u;
const sendableCharacter = /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Gathers the faults of a draft, and reads what several fields have in common. */
class Faults {
  readonly all: DraftFault[] = [];
  hasErrors = false;

  error(line: number | null, field: DraftField, fault: DraftFault['fault'], details: DraftFault['details'] = {}): void {
    this.hasErrors = true;
    this.all.push({ level: 'error', line, field, fault, details });
  }

  warn(line: number | null, field: DraftField, fault: DraftFault['fault'], details: DraftFault['details']): void {
    this.all.push({ level: 'warning', line, field, fault, details });
  }

  comment(cell: string, line: number | null): string {
    const comment = cell.trim();
    const strange = strangeIn(comment, sendableCharacter);
    if (strange !== '') this.error(line, 'comment', 'text-characters', { characters: strange });
    this.#checkLength(comment, line, 'comment', longestComment);
    return comment;
  }

  id(cell: string, line: number | null, field: DraftField): string {
    const id = plainText(cell);
    const strange = strangeIn(id, idCharacter);
    if (strange !== '') this.error(line, field, 'id-characters', { characters: strange });
    this.#checkLength(id, line, field, longestId);
    return id;
  }

  /** A positive number with dot or comma; null when there is none. Six places are sent. */
  decimal(cell: string, line: number, field: 'weight' | 'awaitedPrice', max: number): number | null {
    const kind = field === 'weight' ? 'weight' : 'price';
    const typed = plainText(cell);
    if (typed === '') return null;
    if (!/^(?:\d{1,15}(?:[.,]\d{0,20})?|[.,]\d{1,20})$/.test(typed)) {
      this.error(line, field, `${kind}-not-number`, { value: shown(typed) });
      return null;
    }
    const number = Math.round(Number(typed.replace(',', '.')) * 1e6) / 1e6;
    if (number <= 0 || number > max) this.error(line, field, `${kind}-out-of-range`, { max });
    return number;
  }

  #checkLength(value: string, line: number | null, field: DraftField, max: number): void {
    if (value.length > max) this.error(line, field, 'text-too-long', { max, length: value.length });
  }
}

/** The characters of a text that are not as they should be, each once, for the eye: as code points when it has none. */
function strangeIn(value: string, allowed: RegExp): string {
  const strange = new Set(Array.from(value).filter((character) => !allowed.test(character)));
  return Array.from(strange).slice(0, 10).map(visible).join(' ');
}

function visible(character: string): string {
  if (/^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** As much of a text as fits into a sentence. */
function shown(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

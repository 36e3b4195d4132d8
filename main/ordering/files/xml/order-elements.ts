import { emptyDraft, emptyDraftLine, readReference, type DraftLine, type OrderDraft } from '../../../../preload/contract/index.ts';
import { mostRows, OrderFileFault } from '../order-file.ts';

const orderElement = 'OrderAddData';
const wrappers = new Set(['Orders', 'OrderAddDataList', 'ArrayOfOrderAddData']);
/** Longest text of a draft's field; whatever is longer is a fault of the draft anyway. */
const longestText = 4000;

const textsOfOrder = new Map<string, 'deliveryModeId' | 'comment' | 'profileId'>([
  ['DeliveryModeId', 'deliveryModeId'],
  ['Comment', 'comment'],
  ['UserProfileId', 'profileId'],
]);
const textsOfItem = new Map<string, keyof DraftLine>([
  ['Id', 'item'],
  ['ConfigurationId', 'configurationId'],
  ['Quantity', 'quantity'],
  ['Weight', 'weight'],
  ['Comment', 'comment'],
  ['PromotionId', 'promotionId'],
]);
/** The only one that is known (otapi.md 5.1), and the same as none. */
const defaultPriceType = 'Default';

interface OpenElement {
  name: string;
  line: number;
  kind: 'wrapper' | 'order' | 'items' | 'item' | 'text';
  /** Names of the children so far. */
  children: Set<string>;
  /** Of a text. */
  take: ((text: string) => void) | null;
  text: string;
}

/** Makes drafts of the elements of a document as they open and close. */
export class OrderElements {
  readonly orders: OrderDraft[] = [];
  readonly #open: OpenElement[] = [];
  #closed: OpenElement | null = null;
  #order: OrderDraft = emptyDraft();
  #item: DraftLine = emptyDraftLine();
  #lines = 0;

  /** The innermost element that is open, and where it begins; null outside of all. */
  get innermost(): { name: string; line: number } | null {
    return this.#open.at(-1) ?? null;
  }

  /** The element that was closed last, likewise. */
  get closed(): { name: string; line: number } | null {
    return this.#closed;
  }

  open(name: string, line: number): void {
    const parent = this.#open.at(-1);
    const element = parent === undefined ? this.#root(name, line) : this.#child(parent, name, line);
    if (element.kind === 'order') this.#beginOrder();
    if (element.kind === 'item') this.#beginItem();
    this.#open.push(element);
  }

  text(text: string, line: number): void {
    const element = this.#open.at(-1);
    if (element?.kind === 'text') element.text += text;
    else if (element !== undefined && text.trim() !== '') throw new OrderFileFault('xml-unexpected-text', { element: element.name, line });
  }

  close(line: number): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    this.#closed = element;
    element.take?.(element.text.trim().slice(0, longestText));
    if (element.kind === 'wrapper' && element.children.size === 0) {
      throw new OrderFileFault('xml-missing-element', { element: orderElement, parent: element.name, line });
    }
    if (element.kind === 'order') this.#endOrder(element, line);
  }

  #root(name: string, line: number): OpenElement {
    if (name === orderElement) return opened(name, line, 'order');
    if (wrappers.has(name)) return opened(name, line, 'wrapper');
    throw new OrderFileFault('xml-root', { found: name, line });
  }

  #child(parent: OpenElement, name: string, line: number): OpenElement {
    const element = this.#known(parent, name, line);
    if (element === null) throw new OrderFileFault('xml-unknown-element', { element: name, parent: parent.name, line });
    const isRepeated = element.kind === 'order' || element.kind === 'item';
    if (!isRepeated && parent.children.has(name)) throw new OrderFileFault('xml-duplicate-element', { element: name, parent: parent.name, line });
    parent.children.add(name);
    return element;
  }

  #known(parent: OpenElement, name: string, line: number): OpenElement | null {
    if (parent.kind === 'wrapper') return name === orderElement ? opened(name, line, 'order') : null;
    if (parent.kind === 'items') return name === 'Item' ? opened(name, line, 'item') : null;
    if (parent.kind === 'order') {
      if (name === 'Items') return opened(name, line, 'items');
      const order = this.#order;
      return textElement(textsOfOrder.get(name), name, line, (field, text) => {
        order[field] = text;
      });
    }
    if (parent.kind === 'text') return null;
    if (name === 'PriceType') return { ...opened(name, line, 'text'), take: (text) => checkPriceType(text, line) };
    const item = this.#item;
    return textElement(textsOfItem.get(name), name, line, (field, text) => {
      item[field] = text;
    });
  }

  #beginOrder(): void {
    this.#order = { ...emptyDraft(), lines: [] };
  }

  #beginItem(): void {
    this.#lines += 1;
    if (this.#lines > mostRows) throw new OrderFileFault('too-many-rows', { max: mostRows });
    this.#item = emptyDraftLine();
    this.#order.lines.push(this.#item);
  }

  /** A comment with a reference in it, as the station sends one, is taken apart; its mark was of another sending. */
  #endOrder(element: OpenElement, line: number): void {
    if (!element.children.has('Items')) throw new OrderFileFault('xml-missing-element', { element: 'Items', parent: element.name, line });
    const marked = readReference(this.#order.comment);
    if (marked !== null) this.#order = { ...this.#order, reference: marked.reference, comment: marked.comment };
    this.orders.push(this.#order);
  }
}

function opened(name: string, line: number, kind: OpenElement['kind']): OpenElement {
  return { name, line, kind, children: new Set(), take: null, text: '' };
}

function textElement<Field>(
  field: Field | undefined,
  name: string,
  line: number,
  take: (field: Field, text: string) => void,
): OpenElement | null {
  return field === undefined ? null : { ...opened(name, line, 'text'), take: (text) => take(field, text) };
}

function checkPriceType(text: string, line: number): void {
  if (text !== '' && text !== defaultPriceType) {
    throw new OrderFileFault('xml-value', { element: 'PriceType', value: text.slice(0, 60), allowed: defaultPriceType, line });
  }
}

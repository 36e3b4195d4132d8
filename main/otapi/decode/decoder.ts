import { childOf, childrenOf, type XmlElement } from '../xml/xml-element.ts';
import { UnreadableAnswer } from '../xml/unreadable-answer.ts';

/** Section 1.6: the child of most lists; taken where a list has none with the name that its section gives. */
export const usualListChild = 'Item';

/** A value that was there but could not be read as what the reference says; the rest of the answer stands. */
export interface Misfit {
  element: string;
  expected: 'integer' | 'decimal' | 'flag' | 'list' | 'name';
  text: string;
}
export type Report = (misfit: Misfit) => void;

/** Makes a value of an element, which may be missing. */
export type Decoder<T> = (element: XmlElement | undefined, report: Report) => T;
/** Makes a value of what stands in a parent: one of its children, or several. */
export type Field<T> = (parent: XmlElement, report: Report) => T;

/** The child with the first of these names that has any content. */
export function field<T>(name: string | readonly string[], decode: Decoder<T>): Field<T> {
  if (typeof name === 'string') return (parent, report) => decode(childOf(parent, name), report);
  return (parent, report) => {
    const candidates = name.map((candidate) => childOf(parent, candidate));
    return decode(candidates.find(hasContent) ?? candidates[0], report);
  };
}

function hasContent(element: XmlElement | undefined): boolean {
  return element !== undefined && (element.text !== '' || element.children.length > 0);
}

/** An object whose every property is decoded from the same element; elements that no property names are ignored. */
export function record<T extends object>(fields: { [Name in keyof T]: Field<T[Name]> }): Field<T> {
  const names = Object.keys(fields) as (keyof T)[];
  return (parent, report) => {
    const decoded: Partial<T> = {};
    for (const name of names) decoded[name] = fields[name](parent, report);
    return decoded as T;
  };
}

/**
 * A list in any of the forms of section 1.6: a wrapper with named children (one or many), an empty or missing wrapper,
 * or the wrapper's name itself repeated for each item. `isItem` knows one by its content, whatever it is called.
 */
export function list<T>(
  wrapperName: string,
  childName: string,
  decodeItem: Field<T>,
  isItem: (element: XmlElement) => boolean = hasId,
): Field<T[]> {
  return (parent, report) => {
    const wrappers = childrenOf(parent, wrapperName);
    return itemsOf(wrappers, childName, isItem, report).map((item) => decodeItem(item, report));
  };
}

function hasId(element: XmlElement): boolean {
  return childOf(element, 'Id') !== undefined;
}

function itemsOf(
  wrappers: readonly XmlElement[],
  childName: string,
  isItem: (element: XmlElement) => boolean,
  report: Report,
): readonly XmlElement[] {
  if (wrappers.length > 1) return wrappers;
  const wrapper = wrappers[0];
  if (wrapper === undefined) return [];
  if (wrapper.children.length === 0) return isItem(wrapper) ? [wrapper] : [];
  for (const name of [childName, usualListChild]) {
    const named = childrenOf(wrapper, name);
    if (named.length > 0) return named;
  }
  return itemsUnderAnotherName(wrapper, isItem, report);
}

/** Children of one kind are the items, whatever they are called; anything else is the only item itself. */
function itemsUnderAnotherName(
  wrapper: XmlElement,
  isItem: (element: XmlElement) => boolean,
  report: Report,
): readonly XmlElement[] {
  const names = new Set(wrapper.children.map((child) => child.name));
  const mayBeItems = wrapper.children.every((child) => child.children.length > 0 || isItem(child));
  if (names.size === 1 && mayBeItems) return wrapper.children;
  if (isItem(wrapper)) return [wrapper];
  report({ element: wrapper.name, expected: 'list', text: [...names].join(' ') });
  return [];
}

/** What must be there for the answer to make sense; else throws `UnreadableAnswer`. */
export function required(parent: XmlElement, name: string): XmlElement {
  const found = childOf(parent, name);
  if (found === undefined) throw new UnreadableAnswer('incomplete', `the answer has no ${name}`);
  return found;
}

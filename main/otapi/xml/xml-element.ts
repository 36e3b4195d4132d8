/** One element of an answer. Names are without namespace prefix; texts are decoded and otherwise untouched. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The element's own text, children left out. */
  readonly text: string;
  readonly children: readonly XmlElement[];
  /** Texts and children in their order. */
  readonly content: readonly (string | XmlElement)[];
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  // A page of lines asks this thousands of times.
  for (const child of element.children) if (child.name === name) return child;
  return undefined;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

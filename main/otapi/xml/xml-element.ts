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
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

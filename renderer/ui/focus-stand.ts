/** Where something with the focus stands: what is around it, from the inside out, each time with its neighbours. */
export interface FocusStand {
  element: HTMLElement;
  /** The heading of the page on which it stands. */
  heading: Element | null;
  around: readonly { parent: Element; before: Element | null; after: Element | null }[];
}

const canHaveFocus = 'button, a[href], input, select, textarea, summary, [tabindex]';

export function standOf(element: HTMLElement, place: HTMLElement): FocusStand {
  const around: { parent: Element; before: Element | null; after: Element | null }[] = [];
  for (let inner: Element = element; inner !== place && inner.parentElement; inner = inner.parentElement) {
    around.push({ parent: inner.parentElement, before: inner.previousElementSibling, after: inner.nextElementSibling });
  }
  return { element, heading: place.querySelector('h1'), around };
}

/** Whether it is there and can be used. */
export function takesFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.tabIndex >= 0 && element.checkVisibility();
}

/**
 * What has the focus best when the element is gone: what has come in its place, else what follows it, else what stands
 * before it, as near as there is anything; on another page its heading.
 */
export function heirOf({ heading, around }: FocusStand, place: HTMLElement): HTMLElement | null {
  if (heading !== null && !heading.isConnected) return place.querySelector<HTMLElement>('h1');
  for (const { parent, before, after } of around) {
    if (!place.contains(parent)) continue;
    const choices = Array.from(parent.querySelectorAll<HTMLElement>(canHaveFocus)).filter(takesFocus);
    const isBefore = (one: Element): boolean => before?.isConnected === true && comesNoLaterThan(one, before);
    const isAfter = (one: Element): boolean => after?.isConnected === true && comesNoLaterThan(after, one);
    const inPlace = choices.find((one) => !isBefore(one) && !isAfter(one));
    const heir = inPlace ?? choices.find(isAfter) ?? firstBeside(choices.findLast(isBefore), parent, choices);
    if (heir) return heir;
  }
  return place.querySelector<HTMLElement>('h1');
}

/** Of what stands together with one, the first: the last thing of a row is what a hasty key had better not press. */
function firstBeside(one: HTMLElement | undefined, parent: Element, choices: readonly HTMLElement[]): HTMLElement | undefined {
  const child = Array.from(parent.children).find((candidate) => candidate.contains(one ?? null));
  return choices.find((choice) => child?.contains(choice)) ?? one;
}

/** Whether `one` stands before `other`, or within it. */
function comesNoLaterThan(one: Element, other: Element): boolean {
  return one === other || other.contains(one) || (!one.contains(other) && (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
}

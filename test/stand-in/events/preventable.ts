/** An event as Electron hands it out: its details, and a default that a listener may prevent. */
export type Preventable<Details extends object> = Details & {
  preventDefault(): void;
  readonly defaultPrevented: boolean;
};

/** Makes the event object of one emit. */
export function preventable<Details extends object>(details: Details): Preventable<Details>;
export function preventable(): Preventable<object>;
export function preventable(details: object = {}): Preventable<object> {
  let prevented = false;
  return Object.defineProperties(
    { ...details, preventDefault: () => { prevented = true; } },
    { defaultPrevented: { get: () => prevented, enumerable: true } },
  ) as Preventable<object>;
}

import { use, type ComponentType } from 'react';

/** A component whose program comes in a file of its own. */
export interface Later<Props extends object> {
  /** Draws the component; until its program has come, the next `Suspense` above it draws something else. */
  Component: ComponentType<Props>;
  /** Fetches the program; whoever draws the component afterwards draws it at once. */
  fetch(): Promise<unknown>;
}

/** What is not part of the first picture: fetched when it is wanted, or before that by `fetch`. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let Loaded: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;

  function fetch(): Promise<ComponentType<Props>> {
    loading ??= load().then(
      (component) => (Loaded = component),
      (error: unknown) => {
        // The next one who asks tries again.
        loading = null;
        throw error;
      },
    );
    return loading;
  }

  return {
    fetch,
    Component(props) {
      const Drawn = Loaded ?? use(fetch());
      return <Drawn {...props} />;
    },
  };
}

import classes from './lamp.module.css';

export type LampState = 'good' | 'warn' | 'bad' | 'idle';

/** A small sign whose form tells as much as its colour; words stand beside it. */
export function Lamp({ state }: { state: LampState }) {
  return <span className={classes.lamp} data-lamp={state} aria-hidden="true" />;
}

import type { ReactNode } from 'react';
import classes from './screen.module.css';

/** A screen with a heading: title and lead on the left, its controls on the right, then the content. */
export function Screen(props: { title: string; lead?: string; controls?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div>
          <h1 className={classes.title}>{props.title}</h1>
          {props.lead && <p className={classes.lead}>{props.lead}</p>}
        </div>
        {props.controls}
      </header>
      {props.children}
    </div>
  );
}

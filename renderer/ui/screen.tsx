import type { ReactNode } from 'react';
import classes from './screen.module.css';

interface ScreenProps {
  title: string;
  lead?: string;
  controls?: ReactNode;
  /** The title never takes much room, so that the controls stay beside it. */
  hasShortTitle?: boolean;
  children: ReactNode;
}

/** A screen with a heading: title and lead on the left, its controls on the right, then the content. */
export function Screen(props: ScreenProps) {
  return (
    <div className={classes.screen}>
      <header className={classes.head} data-short={props.hasShortTitle ?? false}>
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

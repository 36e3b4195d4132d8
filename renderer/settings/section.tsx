import type { ReactNode } from 'react';
import classes from './section.module.css';

/** A group of settings: what it is about on the left, the controls on the right. */
export function Section(props: {
  /** Where links from other screens lead. */
  id?: string;
  title: string;
  text?: string;
  children: ReactNode;
}) {
  const { id, title, text, children } = props;
  return (
    <section id={id} className={classes.section} aria-label={title} tabIndex={id === undefined ? undefined : -1}>
      <div>
        <h2 className={classes.title}>{title}</h2>
        {text && <p className={classes.text}>{text}</p>}
      </div>
      <div className={classes.controls}>{children}</div>
    </section>
  );
}

/** One setting: its name beside its control. */
export function Setting({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className={classes.setting}>
      <div>
        <p className={classes.label}>{label}</p>
        {hint && <p className={classes.text}>{hint}</p>}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}

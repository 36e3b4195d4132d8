import type { ReactNode } from 'react';
import { LockedSign } from './locked-sign.tsx';
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

interface SettingProps {
  label: string;
  hint?: string;
  /** The administrator has set it; its control is disabled. */
  locked?: boolean;
  children: ReactNode;
}

/** One setting: its name beside its control. */
export function Setting({ label, hint, locked = false, children }: SettingProps) {
  return (
    <div className={classes.setting}>
      <div>
        <p className={classes.label}>{label}</p>
        {hint && <p className={classes.text}>{hint}</p>}
        {locked && <LockedSign />}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}

import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  icon: Icon;
  title: string;
  text?: string;
  children?: ReactNode;
}

/** What a screen says when there is nothing to show. */
export function EmptyState({ icon: StateIcon, title, text, children }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <StateIcon className={classes.icon} stroke={1.25} aria-hidden="true" />
      <p className={classes.title}>{title}</p>
      {text && <p>{text}</p>}
      {children}
    </div>
  );
}

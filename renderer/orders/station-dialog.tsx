import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import frame from '../ui/dialog-frame.module.css';
import { useReadings, useShortcuts } from '../ui/scanner-context.ts';
import classes from './station-dialog.module.css';

interface StationDialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** Something to be confirmed, over the page. A scan closes it and is answered as always; it never confirms anything. */
export function StationDialog({ title, closeLabel, onClose, children }: StationDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  // The title takes the focus, not a button: no key that was meant for the page behind confirms anything here.
  // Who goes by keyboard goes on, after it, where they were.
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useReadings(onClose);
  useShortcuts({ Escape: onClose }, { alone: true });
  return (
    <dialog ref={dialog} className={`${frame.dialog} ${classes.dialog}`} aria-labelledby={titleId} onClose={onClose}>
      <div className={classes.paper}>
        <header className={classes.head}>
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <ActionIcon variant="subtle" color="gray" aria-label={closeLabel} onClick={onClose}>
            <IconX size="1.125rem" />
          </ActionIcon>
        </header>
        {children}
      </div>
    </dialog>
  );
}

import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useShortcuts } from '../../ui/scanner-context.ts';
import classes from './inline-form.module.css';

interface InlineFormProps {
  label: string;
  /** False where what stands beside the form says the same. */
  hasTitle?: boolean;
  /** What the change does, where the label does not say all of it. */
  text?: string;
  submitLabel: string;
  /** Where “Cancel” could be taken for what the form does. */
  closeLabel?: string;
  canSubmit: boolean;
  isPending: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** A change that is made where the thing itself stands. Escape leaves it, also from within a field. */
export function InlineForm({ label, hasTitle = true, text, submitLabel, closeLabel, canSubmit, isPending, onSubmit, onClose, children }: InlineFormProps) {
  const { t } = useTranslation();
  useShortcuts({ Escape: onClose });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (canSubmit && !isPending) onSubmit();
  }

  return (
    // The key belongs to the fields inside, which have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={classes.form}
      aria-label={label}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) onClose();
      }}
    >
      {hasTitle && <p className={classes.label}>{label}</p>}
      {text && <p className={classes.text}>{text}</p>}
      {children && <div className={classes.fields}>{children}</div>}
      <div className={classes.buttons}>
        <Button type="submit" size="sm" disabled={!canSubmit} loading={isPending}>
          {submitLabel}
        </Button>
        {/* Without a field, the way back has the focus: Enter alone changes nothing. */}
        <Button ref={children ? null : takeFocus} size="sm" variant="default" rightSection={<KeyCap>{t('key.esc')}</KeyCap>} onClick={onClose}>
          {closeLabel ?? t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

import { Button, TextInput, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { recipientFaults, recipientFields, type RecipientField } from '../../preload/contract/recipient.ts';
import type { StationSettings } from '../../preload/contract/settings.ts';
import { useChangeSettings } from '../bridge/queries.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { emptyRecipient, isSame, shownFaults, tidyField, tidyRecipient } from './recipient-form.ts';
import classes from './recipient-section.module.css';
import { RecipientSheet } from './recipient-sheet.tsx';
import { Section, Setting } from './section.tsx';

const every: ReadonlySet<RecipientField> = new Set(recipientFields);

/** To whom the providers send: a form, and a sheet for the manager of OT Platform, since no call carries it there. */
export function RecipientSection({ settings }: { settings: StationSettings }) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const [fields, setFields] = useState(settings.recipient ?? emptyRecipient);
  const [left, setLeft] = useState<ReadonlySet<RecipientField>>(new Set());
  const [showsSheet, setShowsSheet] = useState(false);
  const faults = shownFaults(fields, left);
  const kept = settings.recipient;
  const saved = isSame(tidyRecipient(fields), kept);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const recipient = tidyRecipient(fields);
    setFields(recipient);
    setLeft(every);
    const [faulty] = recipientFields.filter((field) => recipientFaults(recipient)[field]);
    if (faulty) document.getElementById(fieldId(faulty))?.focus();
    else change.mutate({ recipient });
  }

  const bind = (field: RecipientField) => ({
    id: fieldId(field),
    'aria-label': t(`recipient.field.${field}`),
    autoComplete: 'off',
    spellCheck: false,
    value: fields[field],
    error: faults[field] ? t(`recipient.fault.${faults[field]}`) : undefined,
    onChange: (event: { currentTarget: { value: string } }) => setFields({ ...fields, [field]: event.currentTarget.value }),
    onBlur: () => {
      setFields({ ...fields, [field]: tidyField(field, fields[field]) });
      // An empty field that was only passed through is no fault yet.
      if (fields[field].trim() !== '') setLeft(new Set([...left, field]));
    },
  });

  return (
    <Section id="recipient" title={t('recipient.title')} text={t('recipient.text')}>
      <form className={classes.form} aria-label={t('recipient.title')} noValidate onSubmit={submit}>
        {recipientFields.map((field) => (
          <Setting key={field} label={t(`recipient.field.${field}`)} hint={t(`recipient.hint.${field}`)}>
            {field === 'address' ? (
              <Textarea autosize minRows={2} maxLength={1000} {...bind(field)} />
            ) : (
              <TextInput
                maxLength={1000}
                inputMode={field === 'name' ? 'text' : 'numeric'}
                {...bind(field)}
              />
            )}
          </Setting>
        ))}
        <div className={classes.actions}>
          <Button type="submit" loading={change.isPending} disabled={saved}>
            {t('recipient.save')}
          </Button>
          <Button
            variant="default"
            disabled={kept === null}
            aria-expanded={showsSheet}
            onClick={() => setShowsSheet(!showsSheet)}
          >
            {showsSheet ? t('recipient.sheet.hide') : t('recipient.sheet.show')}
          </Button>
          <span className={classes.state} aria-live="polite" data-saved={saved}>
            {saved ? t('recipient.saved') : kept === null ? t('recipient.sheet.first') : t('recipient.unsaved')}
          </span>
        </div>
        {change.error && <ErrorNote error={toStationError(change.error)} />}
      </form>
      {showsSheet && kept && <RecipientSheet recipient={kept} />}
    </Section>
  );
}

function fieldId(field: RecipientField): string {
  return `recipient-${field}`;
}

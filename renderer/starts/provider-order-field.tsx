import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../ui/key-cap.tsx';
import { leaveField } from '../ui/leave-field.ts';
import { hasSeparator } from './provider-order-ids.ts';
import classes from './provider-order-field.module.css';

interface ProviderOrderFieldProps {
  ids: readonly string[];
  onAdd: (text: string) => void;
  onRemove: (id: string) => void;
}

/** The provider order ids to link: typed, pasted or scanned, each with its own way off the list. */
export function ProviderOrderField({ ids, onAdd, onRemove }: ProviderOrderFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');

  function add(all: string): void {
    onAdd(all);
    setText('');
  }

  return (
    <section className={classes.ids} aria-label={t('starts.ids.title')}>
      <h2>{t('starts.ids.title')}</h2>
      <form
        className={classes.typed}
        aria-label={t('starts.ids.field')}
        onSubmit={(event) => {
          event.preventDefault();
          add(text);
        }}
      >
        <TextInput
          className={classes.field ?? ''}
          aria-label={t('starts.ids.field')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            if (hasSeparator(typed)) add(typed);
            else setText(typed);
          }}
          onKeyDown={(event) => leaveField(event, text, setText)}
          onPaste={(event) => {
            // From the clipboard itself: a field of one line takes line breaks out, and two ids would become one.
            event.preventDefault();
            add(`${text} ${event.clipboardData.getData('text/plain')}`);
          }}
        />
        <Button type="submit" variant="default" disabled={text.trim() === ''} rightSection={<KeyCap>{t('key.enter')}</KeyCap>}>
          {t('starts.ids.add')}
        </Button>
      </form>
      <p className={classes.hint}>{t('starts.ids.hint')}</p>
      <ul className={classes.chips} aria-label={t('starts.ids.list')}>
        {ids.map((id) => (
          <li key={id} className={classes.chip} translate="no">
            <span>{id}</span>
            <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t('starts.ids.remove', { id })} onClick={() => onRemove(id)}>
              <IconX size="0.875rem" />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}

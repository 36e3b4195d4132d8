import { ActionIcon, TextInput } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanSource } from '../../preload/contract/receiving.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { useDesk } from './desk-provider.tsx';

const fieldId = 'manual-waybill';

export function focusManualField(): void {
  document.getElementById(fieldId)?.focus();
}

/** A waybill by hand: typed or pasted. Enter looks it up and gives the keys back to the desk. */
export function ManualField() {
  const { t } = useTranslation();
  const desk = useDesk();
  const [text, setText] = useState('');
  const source = useRef<ScanSource>('typed');

  function submit(event: FormEvent): void {
    event.preventDefault();
    const raw = text.trim();
    if (raw === '') return;
    desk.scan(raw, source.current);
    leave();
  }

  function leave(): void {
    setText('');
    source.current = 'typed';
    document.getElementById(fieldId)?.blur();
  }

  return (
    <form onSubmit={submit}>
      <TextInput
        id={fieldId}
        aria-label={t('receive.manual.label')}
        placeholder={t('receive.manual.placeholder')}
        size="sm"
        autoComplete="off"
        spellCheck={false}
        maxLength={4000}
        value={text}
        leftSection={<KeyCap>F</KeyCap>}
        rightSection={
          <ActionIcon type="submit" variant="subtle" aria-label={t('receive.manual.open')} disabled={text.trim() === ''}>
            <IconArrowRight size="1.125rem" />
          </ActionIcon>
        }
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={() => {
          source.current = 'pasted';
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave();
        }}
      />
    </form>
  );
}

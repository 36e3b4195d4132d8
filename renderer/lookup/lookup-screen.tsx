import { Button, TextInput } from '@mantine/core';
import { IconCloudSearch, IconSearch, IconZoomQuestion } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toStationError } from '../bridge/station.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useScans, useShortcuts } from '../ui/scanner-context.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { LookupResults } from './lookup-results.tsx';
import classes from './lookup-screen.module.css';
import { useLookup } from './use-lookup.ts';

/** One field for every number a person may hold in the hand; it answers from the cache while one types. */
export function LookupScreen({ onOpen }: { onOpen: (waybill: string) => void }) {
  const { t } = useTranslation();
  usePlaceTitle('lookup');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const lookup = useLookup(text);
  const canAsk = lookup.settled !== '' && !lookup.asking;

  useScans((scan) => setText(scan.raw));
  useShortcuts({
    KeyF: () => field.current?.focus(),
    Slash: () => field.current?.focus(),
    'Ctrl+Enter': () => {
      if (canAsk) lookup.askOnline();
    },
    Escape: () => setText(''),
  });

  return (
    <Screen title={t('lookup.title')}>
      <form
        className={classes.form}
        aria-label={t('lookup.title')}
        onSubmit={(event) => {
          event.preventDefault();
          if (canAsk) lookup.askOnline();
        }}
      >
        <TextInput
          ref={field}
          className={classes.field ?? ''}
          size="md"
          aria-label={t('lookup.field')}
          placeholder={t('lookup.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={4000}
          leftSection={<IconSearch size="1.125rem" />}
          rightSection={<KeyCap>F</KeyCap>}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="md"
          variant="default"
          disabled={!canAsk}
          loading={lookup.asking}
          leftSection={<IconCloudSearch size="1.125rem" />}
          rightSection={<KeyCap>{t('key.enter')}</KeyCap>}
        >
          {t('lookup.searchOnline')}
        </Button>
      </form>
      {lookup.error && <ErrorNote error={toStationError(lookup.error)} />}
      <Results lookup={lookup} onOpen={onOpen} />
    </Screen>
  );
}

function Results({ lookup, onOpen }: { lookup: ReturnType<typeof useLookup>; onOpen: (waybill: string) => void }) {
  const { t } = useTranslation();
  const { answer, settled, askedOnline } = lookup;
  if (!answer) return <EmptyState icon={IconSearch} title={t('lookup.start')} text={t('lookup.startHint')} />;
  if (answer.lines.length > 0) return <LookupResults answer={answer} onOpen={onOpen} />;
  return askedOnline ? (
    <EmptyState icon={IconZoomQuestion} title={t('lookup.nothingOnline', { text: settled })} />
  ) : (
    <EmptyState
      icon={IconZoomQuestion}
      title={t('lookup.nothing', { text: settled })}
      text={t('lookup.nothingHint')}
    />
  );
}

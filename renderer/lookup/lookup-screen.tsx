import { Button, TextInput } from '@mantine/core';
import { IconCloudSearch, IconSearch, IconZoomQuestion } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAwaitedParcels } from '../bridge/queries.ts';
import { toStationError } from '../bridge/station.ts';
import type { StartRequested } from '../starts/start-draft.ts';
import { AwaitedParcels } from '../ui/awaited-parcels.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { useFieldScans } from '../ui/use-field-scans.ts';
import { Screen } from '../ui/screen.tsx';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { LookupResults } from './lookup-results.tsx';
import classes from './lookup-screen.module.css';
import { moveChoice } from '../ui/move-choice.ts';
import { useLookup } from './use-lookup.ts';

const parcelsAtStart = 24;

interface LookupScreenProps {
  onOpen: (waybill: string) => void;
  onOpenOrder: (orderId: string) => void;
  /** Opens the start of an activity with the orders and lines that were chosen here. */
  onStart: (requested: StartRequested) => void;
}

/** One field for every number a person may hold in the hand; it answers from the cache while one types. */
export function LookupScreen({ onOpen, onOpenOrder, onStart }: LookupScreenProps) {
  const { t } = useTranslation();
  usePlaceTitle('lookup');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const lookup = useLookup(text);
  const canAsk = text.trim() !== '' && !lookup.asking;

  const list = useRef<HTMLDivElement>(null);
  const move = (by: 1 | -1): void => moveChoice(by, list.current, field.current);

  useFieldScans((scan) => setText(scan.raw));
  useShortcuts({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
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
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            move(1);
          }}
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
      <div ref={list}>
        <Results lookup={lookup} onOpen={onOpen} onOpenOrder={onOpenOrder} onStart={onStart} />
      </div>
    </Screen>
  );
}

/** Before anything is looked for: what is awaited, for everybody who has no number at hand. */
function Start({ onOpen }: { onOpen: (waybill: string) => void }) {
  const { t } = useTranslation();
  const parcels = useAwaitedParcels(parcelsAtStart).data ?? [];
  if (parcels.length === 0) return <EmptyState icon={IconSearch} title={t('lookup.start')} text={t('lookup.startHint')} />;
  return (
    <section className={classes.start} aria-labelledby="awaited-parcels">
      <p className={classes.hint}>
        {t('lookup.start')}. {t('lookup.startHint')}
      </p>
      <h2 id="awaited-parcels">{t('lookup.awaited')}</h2>
      <AwaitedParcels parcels={parcels} label={t('lookup.awaited')} onTake={onOpen} />
    </section>
  );
}

function Results({ lookup, onOpen, onOpenOrder, onStart }: LookupScreenProps & { lookup: ReturnType<typeof useLookup> }) {
  const { t } = useTranslation();
  const { answer, answered, askedOnline } = lookup;
  if (!answer) return <Start onOpen={onOpen} />;
  if (answer.lines.length > 0) {
    return <LookupResults answer={answer} search={answered} onOpen={onOpen} onOpenOrder={onOpenOrder} onStart={onStart} />;
  }
  if (askedOnline) return <EmptyState icon={IconZoomQuestion} title={t('lookup.nothingOnline', { text: answered })} />;
  return (
    <EmptyState icon={IconZoomQuestion} title={t('lookup.nothing', { text: answered })} text={t('lookup.nothingHint')}>
      {answer.wordsToCome && <p>{t('lookup.wordsToCome')}</p>}
    </EmptyState>
  );
}

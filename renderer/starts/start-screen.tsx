import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../preload/contract/activities.ts';
import { useReadAgainForStart, useStartAccounts, useStartPreparations } from '../bridge/starts.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useScanFragments, useShortcuts } from '../ui/scanner-context.ts';
import { useFieldScans } from '../ui/use-field-scans.ts';
import { Screen } from '../ui/screen.tsx';
import { usePaste } from '../ui/use-paste.ts';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { AccountChoices } from './account-choices.tsx';
import { KindChoice } from './kind-choice.tsx';
import { OrderPicker } from './order-picker.tsx';
import { chosenLines, planStarts } from './plan-starts.ts';
import { PreparedOrder } from './prepared-order.tsx';
import { ProviderOrderField } from './provider-order-field.tsx';
import { ordersOf } from './start-draft.ts';
import { StartFoot } from './start-foot.tsx';
import classes from './start-screen.module.css';
import { useStarts } from './starts-provider.tsx';

interface StartScreenProps {
  onBack: () => void;
  onOpen: (activity: ActivityAddress) => void;
  onOpenAccounts: () => void;
}

/** A new activity: what, for which orders and lines, with which account. What was chosen stays until it has begun. */
export function StartScreen({ onBack, onOpen, onOpenAccounts }: StartScreenProps) {
  const { t } = useTranslation();
  usePlaceTitle('activities');
  const { draft, change } = useStarts();
  const { kind } = draft;
  const [text, setText] = useState('');
  const [wasFragment, setWasFragment] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const readAgain = useReadAgainForStart();
  const isAll = kind === 'synchronise' && draft.isEverything;
  const orders = ordersOf(draft);
  const preparations = useStartPreparations(kind, orders);
  const accounts = useStartAccounts(isAll);
  const known = preparations.map(({ data, error }) => data ?? (error ? null : undefined));
  const plan = planStarts(draft, known, accounts.data ?? []);

  /** A number from outside of the fields: for linking it is a provider order, else what to look for. */
  function takeNumber(number: string): void {
    setWasFragment(false);
    if (kind === 'link') change({ type: 'ids-added', text: number });
    else setText(number.trim());
  }

  useFieldScans(({ raw, supersedes }) => {
    // The scan before was only the beginning of this one.
    if (kind === 'link' && supersedes !== null) change({ type: 'id-removed', id: supersedes });
    takeNumber(raw);
  });
  useScanFragments(() => setWasFragment(true));
  usePaste(takeNumber);
  useShortcuts({
    Escape: onBack,
    KeyF: () => field.current?.focus(),
    Slash: () => field.current?.focus(),
    KeyR: readAgain,
  });

  const controls = (
    <div className={classes.controls}>
      <Button variant="default" leftSection={<IconArrowLeft size="1.125rem" />} rightSection={<KeyCap>{t('key.esc')}</KeyCap>} onClick={onBack}>
        {t('activities.back')}
      </Button>
    </div>
  );
  return (
    <Screen title={t('starts.title')} lead={t('starts.lead')} controls={controls}>
      <KindChoice kind={kind} onChoose={(chosen) => change({ type: 'kind-chosen', kind: chosen })} />
      {kind === 'synchronise' && (
        <SegmentedControl
          aria-label={t('starts.which.label')}
          value={draft.isEverything ? 'all' : 'chosen'}
          data={(['all', 'chosen'] as const).map((value) => ({ value, label: t(`starts.which.${value}`) }))}
          onChange={(value) => change({ type: 'everything-chosen', isEverything: value === 'all' })}
        />
      )}
      {wasFragment && (
        <p className={classes.fragment} aria-live="polite">
          {t('receive.hint.fragment')}
        </p>
      )}
      <div className={classes.columns} data-single={isAll}>
        {!isAll && (
          <OrderPicker
            key={kind}
            field={field}
            suits={kind === 'export' || kind === 'link' ? 'to-buy' : 'bought'}
            text={text}
            onText={setText}
            orders={orders}
            onToggle={(order) => change({ type: 'order-toggled', order })}
          />
        )}
        <div className={classes.chosen}>
          {!isAll && orders.length === 0 && <p className={classes.hint}>{t('starts.noOrder')}</p>}
          {orders.map((order, index) => {
            const { data, error } = preparations[index] ?? {};
            return (
              <PreparedOrder
                key={order}
                order={order}
                preparation={data}
                error={error ? toStationError(error) : null}
                chosen={data ? chosenLines(draft, data) : []}
                hasLines={kind !== 'synchronise'}
                onChoose={(orderId, lineIds) => change({ type: 'lines-chosen', orderId, lineIds })}
                onRemove={() => change({ type: 'order-toggled', order })}
              />
            );
          })}
          {kind === 'link' && (
            <ProviderOrderField
              ids={draft.providerOrderIds}
              onAdd={(added) => change({ type: 'ids-added', text: added })}
              onRemove={(id) => change({ type: 'id-removed', id })}
            />
          )}
          {accounts.error && <ErrorNote error={toStationError(accounts.error)} />}
          <AccountChoices
            draft={draft}
            preparations={preparations.flatMap(({ data }) => (data ? [data] : []))}
            accountsForAll={isAll ? accounts.data : undefined}
            onChange={change}
            onOpenAccounts={onOpenAccounts}
          />
        </div>
      </div>
      <StartFoot plan={plan} preparations={known} onOpen={onOpen} />
    </Screen>
  );
}

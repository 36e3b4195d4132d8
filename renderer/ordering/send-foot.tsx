import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconAlertCircle, IconSend, IconTrash } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFault } from '../../preload/contract/draft-faults.ts';
import type { OrderDraft, ReadOrder } from '../../preload/contract/order-draft.ts';
import { orderingKeys } from '../bridge/ordering.ts';
import { useStatus } from '../bridge/queries.ts';
import { station, toStationError, unwrap } from '../bridge/station.ts';
import type { GoTo } from '../orders/orders-page.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import type { DraftKeeper, KeepState } from './draft-keeper.ts';
import classes from './draft-screen.module.css';

interface SendFootProps {
  id: string;
  draft: OrderDraft;
  /** The draft as a hand has left it: another object after each change of a hand, and only then. */
  typed: OrderDraft;
  isBindingOnItsWay: boolean;
  /** Null while there are errors. */
  order: ReadOrder | null;
  faults: readonly DraftFault[];
  /** Those of them that the page shows now. */
  shown: readonly DraftFault[];
  hasCustomer: boolean;
  keeper: DraftKeeper;
  saveState: KeepState;
  onShowFaults: () => void;
  /** Null: nothing is kept yet. */
  onDiscard: (() => void) | null;
  goTo: GoTo;
}

/** The way out of a draft: what is wrong, whether it is saved, and the button that sends it, once. */
export function SendFoot(props: SendFootProps) {
  const { id, draft, typed, isBindingOnItsWay, order, faults, shown, hasCustomer, keeper, saveState, onShowFaults, onDiscard, goTo } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const isOffline = useStatus().data?.network === 'offline';
  const errors = faults.filter(({ level }) => level === 'error').length;
  const shownErrors = shown.filter(({ level }) => level === 'error').length;
  const warnings = shown.length - shownErrors;

  /** Of this sending: the same for every click on the button, and another one for whatever is written here afterwards. */
  const [sentId] = useState(() => crypto.randomUUID());
  const send = useMutation({
    mutationFn: async (despiteReference: boolean) => {
      await keeper.flush();
      return unwrap(station().ordering.send({ id: sentId, draftId: id, draft, despiteReference }));
    },
    onSuccess: (sent) => {
      keeper.drop();
      client.setQueryData([...orderingKeys.sent, sent.id], sent);
      void client.invalidateQueries({ queryKey: orderingKeys.view });
      goTo({ name: 'sent', sentId: sent.id });
    },
  });
  const error = send.error && toStationError(send.error);
  const isReferenceUsed = error?.details?.['reason'] === 'reference-used';

  /** What was asked to be sent too early; whoever changes it meanwhile has to ask again. */
  const [askedEarly, setAskedEarly] = useState<OrderDraft | null>(null);
  const waitsForBinding = askedEarly === typed && isBindingOnItsWay;

  function start(despiteReference = false): void {
    if (send.isPending) return;
    const isTooEarly = isBindingOnItsWay && hasCustomer;
    setAskedEarly(isTooEarly ? typed : null);
    if (isTooEarly) return;
    if (errors > 0) onShowFaults();
    else if (hasCustomer) send.mutate(despiteReference);
  }

  const startLate = useEffectEvent(() => start());
  useEffect(() => {
    // eslint-disable-next-line react-hooks-js/set-state-in-effect -- the answer of main is what is waited for, and asks for one more drawing
    if (askedEarly === typed && !isBindingOnItsWay) startLate();
  }, [askedEarly, typed, isBindingOnItsWay]);

  useShortcuts({ 'Ctrl+Enter': () => start() });
  return (
    <footer className={classes.foot}>
      {error && !isReferenceUsed && <ErrorNote error={error} title={t('ordering.send.notSent')} />}
      {isReferenceUsed && (
        <ReferenceQuestion
          reference={order?.reference ?? draft.reference}
          orderNumber={String(error?.details?.['orderNumber'] ?? '')}
          onYes={() => start(true)}
          onNo={() => send.reset()}
        />
      )}
      <div className={classes.buttons}>
        <Button
          leftSection={<IconSend size="1.125rem" />}
          rightSection={<KeyCap>{t('key.ctrlEnter')}</KeyCap>}
          disabled={!hasCustomer || isReferenceUsed}
          loading={send.isPending || waitsForBinding}
          onClick={() => start()}
        >
          {t('ordering.send.button')}
        </Button>
        <SaveSign state={saveState} />
        <p className={classes.summary} aria-live="polite">
          {shownErrors > 0 && (
            <span className={classes.bad}>
              <IconAlertCircle className={classes.icon} aria-hidden="true" /> {t('ordering.send.errors', { count: shownErrors })}
            </span>
          )}
          {shownErrors > 0 && (
            <Button size="compact-sm" variant="default" onClick={onShowFaults}>
              {t('ordering.send.firstError')}
            </Button>
          )}
          {warnings > 0 && <span className={classes.warning}>{t('ordering.send.warnings', { count: warnings })}</span>}
          {!hasCustomer && <span className={classes.hint}>{t('ordering.send.customerFirst')}</span>}
          {isOffline && <span className={classes.hint}>{t('ordering.send.offline')}</span>}
        </p>
        {onDiscard && (
          <Button variant="subtle" color="gray" leftSection={<IconTrash size="1rem" />} disabled={send.isPending} onClick={onDiscard}>
            {t('ordering.drafts.discard')}
          </Button>
        )}
      </div>
    </footer>
  );
}

/** Whether what is typed is safe. */
function SaveSign({ state }: { state: KeepState }) {
  const { t } = useTranslation();
  if (state.name === 'failed') return <ErrorNote error={state.error} title={t('ordering.save.failed')} />;
  return <span className={classes.hint}>{state.name === 'same' ? '' : t(`ordering.save.${state.name}`)}</span>;
}

interface ReferenceQuestionProps {
  reference: string;
  orderNumber: string;
  onYes: () => void;
  onNo: () => void;
}

/** An order with this reference was added before: it may be the same one, so nothing is sent without a yes. */
function ReferenceQuestion({ reference, orderNumber, onYes, onNo }: ReferenceQuestionProps) {
  const { t } = useTranslation();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  return (
    <fieldset className={classes.question} aria-label={t('ordering.send.referenceUsed')}>
      <p>
        <strong>{t('ordering.send.referenceUsed')}</strong>
      </p>
      <p>
        {orderNumber === ''
          ? t('ordering.send.referenceUsedText', { reference })
          : t('ordering.send.referenceUsedBy', { reference, number: orderNumber })}
      </p>
      <div className={classes.buttons}>
        <Button onClick={onYes}>{t('ordering.send.allTheSame')}</Button>
        <Button ref={no} variant="default" onClick={onNo}>
          {t('common.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}

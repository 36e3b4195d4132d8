import { Button, Checkbox } from '@mantine/core';
import { IconArrowRight, IconDatabase, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookupAnswer } from '../../preload/contract/lookup.ts';
import { useFormat } from '../i18n/format.ts';
import { startOfLines } from '../starts/start-of-lines.ts';
import type { StartRequested } from '../starts/start-draft.ts';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { orderNumber } from '../ui/order-number.ts';
import { useShortcuts } from '../ui/scanner-context.ts';
import { Waybill } from '../ui/waybill.tsx';
import classes from './lookup-results.module.css';
import { MatchedText } from './matched-text.tsx';

type FoundLine = LookupAnswer['lines'][number];

interface LookupResultsProps {
  answer: LookupAnswer;
  /** The text that it answers. */
  search: string;
  onOpen: (waybill: string) => void;
  onOpenOrder: (orderId: string) => void;
  onStart: (requested: StartRequested) => void;
}

/** Lines that were found. Each of their parcels opens on the receive screen; chosen lines can start an activity. */
export function LookupResults({ answer, search, onOpen, onOpenOrder, onStart }: LookupResultsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { source, readAt } = answer.origin;
  const when = readAt ? format.moment(readAt) : null;
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const chosen = answer.lines.filter(({ lineId }) => chosenIds.includes(lineId));

  function toggle(lineId: string): void {
    setChosenIds(chosenIds.includes(lineId) ? chosenIds.filter((other) => other !== lineId) : [...chosenIds, lineId]);
  }

  function start(): void {
    if (chosen.length > 0) onStart(startOfLines(chosen));
  }

  useShortcuts({ KeyS: start });
  return (
    <section aria-label={t('lookup.results')}>
      <header className={classes.head}>
        <strong>{t('lookup.found', { count: answer.lines.length })}</strong>
        <Button
          size="compact-sm"
          variant="default"
          disabled={chosen.length === 0}
          leftSection={<IconPlayerPlay size="1rem" />}
          rightSection={<KeyCap>S</KeyCap>}
          onClick={start}
        >
          {t('lookup.startActivity', { count: chosen.length })}
        </Button>
        <span className={classes.origin}>
          <IconDatabase className={classes.icon} aria-hidden="true" />
          {when === null
            ? t('receive.origin.cacheUnknown')
            : t(source === 'server' ? 'receive.origin.server' : 'receive.origin.cache', { when })}
        </span>
      </header>
      <ul className={classes.list}>
        {answer.lines.map((line) => (
          <Result
            key={line.lineId}
            line={line}
            search={search}
            isChosen={chosenIds.includes(line.lineId)}
            onToggle={() => toggle(line.lineId)}
            onOpen={onOpen}
            onOpenOrder={onOpenOrder}
          />
        ))}
      </ul>
      {answer.more && <p className={classes.more}>{t('lookup.more')}</p>}
      {answer.wordsToCome && <p className={classes.more}>{t('lookup.wordsToCome')}</p>}
    </section>
  );
}

interface ResultProps {
  line: FoundLine;
  search: string;
  isChosen: boolean;
  onToggle: () => void;
  onOpen: (waybill: string) => void;
  onOpenOrder: (orderId: string) => void;
}

function Result({ line, search, isChosen, onToggle, onOpen, onOpenOrder }: ResultProps) {
  const { t } = useTranslation();
  const number = orderNumber(line);
  // Numbers that stand in a title by chance are not why the line was found.
  const words = line.match === 'title' || line.match === 'seller' ? search : '';
  return (
    <li className={classes.result}>
      <Checkbox aria-label={t('lookup.choose', { line: line.lineNumber, order: number })} checked={isChosen} onChange={onToggle} />
      <GoodsPicture url={line.pictureUrl} />
      <div className={classes.words}>
        <p className={classes.title} lang="zh-Hans">
          <MatchedText text={line.title.original || line.title.translated} search={words} />
        </p>
        <p className={classes.soft}>
          <MatchedText text={line.title.original === '' ? '' : line.title.translated} search={words} />
        </p>
        <p className={classes.configuration}>
          <MatchedText text={line.configuration.translated || line.configuration.original} search={words} />
        </p>
      </div>
      <div className={classes.numbers}>
        <button type="button" className={classes.order} title={line.orderId} onClick={() => onOpenOrder(line.orderId)}>
          {t('receive.card.order', { number })}
        </button>
        <p className={classes.soft}>{line.customerName}</p>
        {line.providerOrderId !== '' && (
          <p className={classes.soft} title={line.providerOrderId}>
            {t('receive.card.providerOrder', { number: line.providerOrderId })}
          </p>
        )}
        {line.match === 'seller' && (
          <p className={classes.soft} title={line.sellerName}>
            <MatchedText text={t('lookup.seller', { name: line.sellerName })} search={words} />
          </p>
        )}
        <p className={classes.match}>{t(`lookup.match.${line.match}`)}</p>
      </div>
      <div className={classes.progress}>
        <p className={classes.received}>
          {t('lookup.received', { received: line.receivedBefore, quantity: line.quantity })}
        </p>
        <p className={classes.status}>{line.status.name}</p>
      </div>
      <Parcels waybills={line.waybills} onOpen={onOpen} />
    </li>
  );
}

/** Every parcel of the line; each opens on the receive screen. */
function Parcels({ waybills, onOpen }: { waybills: string[]; onOpen: (waybill: string) => void }) {
  const { t } = useTranslation();
  if (waybills.length === 0) return <p className={classes.none}>{t('lookup.noWaybill')}</p>;
  return (
    <ul className={classes.parcels}>
      {waybills.map((waybill) => (
        <li key={waybill}>
          <Button
            variant="default"
            size="sm"
            fullWidth
            data-choice
            justify="space-between"
            title={t('lookup.open')}
            aria-label={t('receive.panel.openParcel', { waybill })}
            rightSection={<IconArrowRight size="1rem" aria-hidden="true" />}
            onClick={() => onOpen(waybill)}
          >
            <Waybill number={waybill} />
          </Button>
        </li>
      ))}
    </ul>
  );
}

import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBuildingStore,
  IconCircleCheck,
  IconMinus,
  IconNote,
  IconPlus,
  IconReceipt,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BilingualText, ParcelLine } from '../../preload/contract/receiving.ts';
import { useFormat } from '../i18n/format.ts';
import { GoodsPicture } from '../ui/goods-picture.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { useDesk, useDeskState } from './desk-provider.tsx';
import { isOpen } from './desk-state.ts';
import { enteredPieces } from './entry.ts';
import { inFours, otherWaybills } from './parcel-lines.ts';
import classes from './line-row.module.css';

/** One order line of the parcel, with the quantity that arrives now. */
export function LineRow({ line, waybill }: { line: ParcelLine; waybill: string }) {
  const desk = useDesk();
  const state = useDeskState();
  const row = useRef<HTMLLIElement>(null);
  const open = isOpen(state);
  const current = open && state.entry.currentLineId === line.lineId;
  const over = state.entry.overQuestion?.lineId === line.lineId ? state.entry.overQuestion.pieces : null;

  const asking = over !== null;
  useEffect(() => {
    if (current || asking) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current, asking]);

  return (
    <li ref={row} className={classes.row} data-current={current} data-awaited={line.awaited > 0}>
      <div className={classes.main}>
        <GoodsPicture url={line.pictureUrl} />
        <div className={classes.words}>
          <Title title={line.title} configuration={line.configuration} />
        </div>
        <Figure value={line.quantity} />
        <Figure value={line.receivedBefore} />
        {open && line.awaited > 0 ? <QuantityNow line={line} current={current} /> : <NothingAwaited line={line} />}
        <Facts line={line} waybill={waybill} />
      </div>
      {over !== null && <OverQuestion line={line} pieces={over} onYes={() => void desk.confirm()} onNo={desk.escape} />}
    </li>
  );
}

function Title({ title, configuration }: { title: BilingualText; configuration: BilingualText }) {
  const original = title.original || title.translated;
  const translated = title.original === '' ? '' : title.translated;
  return (
    <>
      <p className={classes.title} lang="zh-Hans" title={original}>
        {original}
      </p>
      <p className={classes.translation} title={translated}>
        {translated}
      </p>
      <p className={classes.configuration}>
        {configuration.translated || configuration.original}
        {configuration.translated !== '' && configuration.original !== '' && (
          <span className={classes.original} lang="zh-Hans">
            {configuration.original}
          </span>
        )}
      </p>
    </>
  );
}

function Facts({ line, waybill }: { line: ParcelLine; waybill: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const others = otherWaybills(line, waybill);
  return (
    <p className={classes.facts}>
      <span className={classes.status}>{line.status.name}</span>
      {line.providerOrderId !== '' && (
        <span className={classes.fact} title={t('receive.card.providerOrder', { number: line.providerOrderId })}>
          <IconReceipt className={classes.factIcon} aria-hidden="true" />
          {line.providerOrderId}
        </span>
      )}
      {line.sellerName !== '' && (
        <span className={classes.fact} title={t('receive.card.seller', { name: line.sellerName })}>
          <IconBuildingStore className={classes.factIcon} aria-hidden="true" />
          <span lang="zh-Hans">{line.sellerName}</span>
        </span>
      )}
      {line.weight !== null && <span>{t('receive.card.weight', { weight: format.number(line.weight) })}</span>}
      {others.length > 0 && (
        <span className={classes.others}>
          {t('receive.card.otherWaybills', { count: others.length, list: format.list(others.map(inFours)) })}
        </span>
      )}
      {line.operatorComment !== '' && (
        <span className={classes.note}>
          <IconNote className={classes.noteIcon} aria-hidden="true" />
          {line.operatorComment}
        </span>
      )}
    </p>
  );
}

function Figure({ value }: { value: number }) {
  const format = useFormat();
  return (
    <span className={classes.figure} data-zero={value === 0}>
      {format.number(value)}
    </span>
  );
}

function NothingAwaited({ line }: { line: ParcelLine }) {
  const complete = line.awaited === 0 && line.receivedBefore > 0;
  return (
    <span className={classes.after}>
      {complete && <IconCircleCheck className={classes.complete} aria-hidden="true" />}
    </span>
  );
}

/** Read-only: digits go to the current line wherever the focus is, so no scan can be typed into a quantity. */
function QuantityNow({ line, current }: { line: ParcelLine; current: boolean }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const { entry } = useDeskState();
  const typing = current && entry.digits !== '';
  const set = enteredPieces(entry, line.lineId);
  const over = entry.overQuestion?.lineId === line.lineId ? entry.overQuestion.pieces : null;
  const shown = typing ? Number(entry.digits) : (over ?? set);
  return (
    <div className={classes.now}>
      <button
        type="button"
        className={classes.step}
        tabIndex={-1}
        aria-label={t('receive.card.less')}
        disabled={shown === 0}
        onClick={() => desk.setPieces(line.lineId, shown - 1)}
      >
        <IconMinus aria-hidden="true" />
      </button>
      <input
        type="number"
        readOnly
        className={classes.quantity}
        aria-label={t('receive.card.quantityNow', { line: line.lineNumber })}
        value={shown}
        data-typing={typing}
        data-set={set > 0}
        data-over={over !== null}
        onFocus={() => {
          if (!current) desk.select(line.lineId);
        }}
      />
      <button
        type="button"
        className={classes.step}
        tabIndex={-1}
        aria-label={t('receive.card.more')}
        onClick={() => desk.setPieces(line.lineId, shown + 1)}
      >
        <IconPlus aria-hidden="true" />
      </button>
    </div>
  );
}

interface OverQuestionProps {
  line: ParcelLine;
  pieces: number;
  onYes: () => void;
  onNo: () => void;
}

function OverQuestion({ line, pieces, onYes, onNo }: OverQuestionProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.over} role="alert">
      <IconAlertTriangle className={classes.overIcon} aria-hidden="true" />
      <span className={classes.overText}>{t('receive.card.over', { pieces, awaited: line.awaited })}</span>
      <Button size="xs" onClick={onYes} rightSection={<KeyCap>{t('key.enter')}</KeyCap>}>
        {t('receive.card.overYes', { pieces })}
      </Button>
      <Button size="xs" variant="default" onClick={onNo} rightSection={<KeyCap>{t('key.esc')}</KeyCap>}>
        {t('receive.card.overNo')}
      </Button>
    </div>
  );
}

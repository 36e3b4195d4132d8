import { Progress, Tooltip } from '@mantine/core';
import { IconDatabase, IconHelpHexagon, IconSend, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CacheStatus, StationStatus } from '../../preload/contract/status.ts';
import { AccountLamps } from '../accounts/account-lamps.tsx';
import { useSettings, useStatus } from '../bridge/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { errorWords } from '../i18n/words.ts';
import { QuestionBadge } from '../questions/question-badge.tsx';
import { Lamp, type LampState } from './lamp.tsx';
import type { PlaceName } from './places.ts';
import classes from './status-bar.module.css';
import { useNow } from './use-now.ts';

const networkLamps: Record<StationStatus['network'], LampState> = {
  online: 'good',
  connecting: 'idle',
  offline: 'warn',
  refused: 'bad',
};

interface StatusBarProps {
  onGo: (place: PlaceName) => void;
  onShowUnknown: () => void;
  onOpenQuestions: () => void;
}

/**
 * The state at a glance: the station on the left, then the questions that wait, a lamp for each provider account, and who
 * works here.
 */
export function StatusBar({ onGo, onShowUnknown, onOpenQuestions }: StatusBarProps) {
  const { t } = useTranslation();
  const status = useStatus().data;
  const settings = useSettings().data;
  return (
    <header className={classes.bar} aria-label={t('status.label')}>
      {status && (
        <div className={classes.state}>
          <NetworkItem status={status} />
          <CacheItem cache={status.cache} onGo={() => onGo('settings')} />
          <OutboxItem status={status} onGo={() => onGo('outbox')} />
          <UnknownItem status={status} onGo={onShowUnknown} />
        </div>
      )}
      {status && <QuestionBadge onOpen={onOpenQuestions} />}
      {status && status.mode !== 'none' && <AccountLamps onGo={() => onGo('accounts')} />}
      {status?.mode === 'practice' && (
        <Tooltip label={t('status.practiceHint')}>
          <span className={classes.practice}>{t('status.practice')}</span>
        </Tooltip>
      )}
      {settings && (
        <StatusItem icon={<IconUser stroke={1.75} />} onGo={() => onGo('settings')}>
          {settings.receiverName === '' ? (
            <strong className={classes.warn}>{t('status.noReceiver')}</strong>
          ) : (
            <span className={classes.name} title={t('status.receiver', { name: settings.receiverName })}>
              {settings.receiverName}
            </span>
          )}
        </StatusItem>
      )}
    </header>
  );
}

function NetworkItem({ status }: { status: StationStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const contact = status.lastContactAt
    ? t('status.network.lastContact', { when: format.relative(status.lastContactAt, now) })
    : t('status.network.noContact');
  const reason = status.networkError ? errorWords(t, status.networkError).what : '';
  return (
    <Tooltip label={[reason, contact].filter(Boolean).join(' ')}>
      <span className={classes.item}>
        <Lamp state={networkLamps[status.network]} />
        <span className={classes.words}>{t(`status.network.${status.network}`)}</span>
      </span>
    </Tooltip>
  );
}

function CacheItem({ cache, onGo }: { cache: CacheStatus; onGo: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const age = cache.freshAt
    ? t('status.cache.fresh', { age: format.relative(cache.freshAt, now) })
    : t('status.cache.never');
  return (
    <StatusItem
      icon={<IconDatabase stroke={1.75} />}
      hint={t('status.cache.lines', { count: cache.lines })}
      onGo={onGo}
    >
      {cache.fill ? <FillProgress fill={cache.fill} /> : <span className={classes.words}>{age}</span>}
    </StatusItem>
  );
}

const fillWords = {
  running: 'status.cache.filling',
  paused: 'status.cache.paused',
  'waiting-for-network': 'status.cache.waiting',
} as const;

function FillProgress({ fill }: { fill: NonNullable<CacheStatus['fill']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const done = format.number(fill.done);
  const amount =
    fill.total === null
      ? t('status.cache.progressUnknown', { done })
      : t('status.cache.progress', { done, total: format.number(fill.total) });
  const percent = fill.total ? (100 * fill.done) / fill.total : 0;
  return (
    <span className={classes.fill}>
      <span className={classes.words}>{t(fillWords[fill.state])}</span>
      <Progress className={classes.progress ?? ''} value={percent} size="sm" aria-label={t(fillWords[fill.state])} />
      <span className={classes.amount}>{amount}</span>
    </span>
  );
}

function OutboxItem({ status, onGo }: { status: StationStatus; onGo: () => void }) {
  const { t } = useTranslation();
  const { waiting, sending, failed, setAside, remarks } = status.outbox;
  const open = waiting + sending + failed + setAside;
  const problems = failed + remarks;
  return (
    <StatusItem
      icon={<IconSend stroke={1.75} />}
      hint={open === 0 ? t('status.outbox.empty') : t('status.outbox.open', { count: open })}
      onGo={onGo}
    >
      <Count name={t('status.outbox.label')} count={open} />
      {problems > 0 && <strong className={classes.bad}>{t('status.outbox.problems', { count: problems })}</strong>}
    </StatusItem>
  );
}

function UnknownItem({ status, onGo }: { status: StationStatus; onGo: () => void }) {
  const { t } = useTranslation();
  const { open, matched } = status.unknownParcels;
  return (
    <StatusItem icon={<IconHelpHexagon stroke={1.75} />} hint={t('receive.panel.unknown')} onGo={onGo}>
      <Count name={t('status.unknown.label')} count={open} />
      {matched > 0 && <strong className={classes.good}>{t('status.unknown.matched', { count: matched })}</strong>}
    </StatusItem>
  );
}

/** A number with its name; where there is little room, the icon alone stands for the name. */
function Count({ name, count }: { name: string; count: number }) {
  const format = useFormat();
  return (
    <span>
      <span className={classes.countName}>{name}</span> {format.number(count)}
    </span>
  );
}

function StatusItem(props: { icon: ReactNode; hint?: string; onGo: () => void; children: ReactNode }) {
  const item = (
    <button type="button" className={classes.item} onClick={props.onGo}>
      <span className={classes.icon} aria-hidden="true">
        {props.icon}
      </span>
      {props.children}
    </button>
  );
  return props.hint ? <Tooltip label={props.hint}>{item}</Tooltip> : item;
}

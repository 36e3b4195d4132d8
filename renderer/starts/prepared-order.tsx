import { ActionIcon, Checkbox, Loader } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StationError } from '../../preload/contract/call.ts';
import type { StartPreparation } from '../../preload/contract/activity-starts.ts';
import { activityKey } from '../activities/activity-key.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { orderNumber } from '../ui/order-number.ts';
import classes from './prepared-order.module.css';
import { StartLineRow } from './start-line-row.tsx';
import { linesAtFirst, withLineToggled, withOrderToggled } from './start-lines.ts';

interface PreparedOrderProps {
  /** As it was chosen: an id, or the number that somebody typed. */
  order: string;
  preparation: StartPreparation | undefined;
  error: StationError | null;
  chosen: readonly string[];
  /** A synchronisation is about whole orders. */
  hasLines: boolean;
  onChoose: (orderId: string, lineIds: readonly string[]) => void;
  onRemove: () => void;
}

/** An order for which something is to be started: what speaks against it, and which of its lines take part. */
export function PreparedOrder({ order, preparation, error, chosen, hasLines, onChoose, onRemove }: PreparedOrderProps) {
  const { t } = useTranslation();
  const number = orderNumber({ orderId: preparation?.order.id ?? order, orderNumber: preparation?.order.number ?? '' });
  const title = t('receive.card.order', { number });
  return (
    <section className={classes.order} aria-label={title}>
      <header className={classes.head}>
        <h3>{title}</h3>
        <p className={classes.facts}>{preparation && <Facts preparation={preparation} />}</p>
        <ActionIcon variant="subtle" color="gray" aria-label={t('starts.removeOrder', { number })} onClick={onRemove}>
          <IconX size="1rem" />
        </ActionIcon>
      </header>
      {error && (
        <div className={classes.trouble}>
          <ErrorNote error={error} title={t('starts.unreadOrder')} />
        </div>
      )}
      {!preparation && !error && (
        <p className={classes.reading}>
          <Loader size="1rem" />
          {t('starts.readingOrder')}
        </p>
      )}
      {preparation && <UnderWay preparation={preparation} />}
      {preparation && hasLines && <Lines preparation={preparation} chosen={chosen} onChoose={onChoose} />}
    </section>
  );
}

function Facts({ preparation: { order } }: { preparation: StartPreparation }) {
  const { t } = useTranslation();
  return (
    <>
      {[order.customerName, order.providerType, order.statusName].filter((fact) => fact !== '').join(' · ')}
      {!order.isPaid && (
        <>
          {' '}
          <span className={classes.unpaid}>{t('starts.unpaid')}</span>
        </>
      )}
    </>
  );
}

function UnderWay({ preparation: { underWay } }: { preparation: StartPreparation }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (underWay.length === 0) return null;
  const words = underWay.map((activity) => ({
    key: activityKey(activity),
    text: activity.description || t(`activities.kind.${activity.kind}`),
  }));
  return (
    <p className={classes.underWay}>
      <IconAlertTriangle className={classes.icon} aria-hidden="true" />
      {t('starts.underWay', { list: format.list(words.map(({ text }) => text)) })}
    </p>
  );
}

function Lines({ preparation: { order, lines }, chosen, onChoose }: Pick<PreparedOrderProps, 'chosen' | 'onChoose'> & { preparation: StartPreparation }) {
  const { t } = useTranslation();
  const free = linesAtFirst(lines);
  const count = lines.filter(({ lineId }) => chosen.includes(lineId)).length;
  return (
    <>
      <label className={classes.whole}>
        <Checkbox
          checked={count > 0 && count === lines.length}
          indeterminate={count > 0 && count < lines.length}
          disabled={free.length === 0 && count === 0}
          onChange={() => onChoose(order.id, withOrderToggled(chosen, lines))}
        />
        <span>
          <span className={classes.strong}>{t('starts.wholeOrder')}</span>{' '}
          <span className={classes.soft}>{t('starts.linesChosen', { chosen: count, count: lines.length })}</span>
        </span>
      </label>
      <ul>
        {lines.map((line) => (
          <li key={line.lineId}>
            <StartLineRow
              line={line}
              isChosen={chosen.includes(line.lineId)}
              onToggle={() => onChoose(order.id, withLineToggled(chosen, line))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

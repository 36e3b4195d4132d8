import { Button, Loader } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrderFilterChoices, useOrderLog } from '../../bridge/orders.ts';
import { toStationError } from '../../bridge/station.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useOrderDates } from '../order-dates.ts';
import { knownLogField, logValue } from './log-fields.ts';
import classes from './order-log.module.css';
import screen from './order-screen.module.css';

/** OT Platform's log of the order; asked for when somebody wants to see it. */
export function OrderLogSection({ orderId }: { orderId: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const content = useId();
  const statuses = useOrderFilterChoices().data?.statuses ?? [];
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={screen.section} aria-label={t('orders.log.title')}>
      <h2>{t('orders.log.title')}</h2>
      <Button
        size="sm"
        variant="default"
        aria-expanded={isOpen}
        aria-controls={content}
        leftSection={<Chevron size="1rem" aria-hidden="true" />}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? 'orders.log.hide' : 'orders.log.show')}
      </Button>
      <div id={content}>{isOpen && <OrderLog orderId={orderId} lineId={null} statuses={statuses} label={t('orders.log.entries')} />}</div>
    </section>
  );
}

interface OrderLogProps {
  orderId: string;
  /** Null: of the order itself. */
  lineId: string | null;
  /** Those that are known by name. */
  statuses: readonly { id: number; name: string }[];
  label: string;
}

/** Who changed what and when, newest first. */
export function OrderLog({ orderId, lineId, statuses, label }: OrderLogProps) {
  const { t } = useTranslation();
  const dates = useOrderDates();
  const { data: entries, error, isFetching } = useOrderLog(orderId, lineId);
  if (error) return <ErrorNote error={toStationError(error)} />;
  if (!entries) {
    return (
      <p className={classes.reading}>
        {isFetching && <Loader size="1rem" />} {t('orders.log.reading')}
      </p>
    );
  }
  const names = new Map(statuses.map(({ id, name }) => [id, name]));
  if (entries.length === 0) return <p className={screen.soft}>{t('orders.log.empty')}</p>;
  return (
    // Scrolls, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('orders.log.at')}</th>
            <th scope="col">{t('orders.log.by')}</th>
            <th scope="col">{t('orders.log.field')}</th>
            <th scope="col">{t('orders.log.before')}</th>
            <th scope="col">{t('orders.log.after')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            // Entries have no id, and the log is only ever replaced as a whole.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td className={classes.at}>{dates.moment(entry.at)}</td>
              <td>{entry.by}</td>
              <td>
                <LogField name={entry.field} />
              </td>
              <td className={classes.before}>{logValue(entry.field, entry.before, names) || t('common.none')}</td>
              <td className={classes.after}>{logValue(entry.field, entry.after, names) || t('common.none')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What was changed, in the page's words; a word of OT Platform that the page does not know stands as it is, and is marked as such. */
function LogField({ name }: { name: string }) {
  const { t } = useTranslation();
  const known = knownLogField(name);
  if (known !== null) return <span title={name}>{t(`orders.logField.${known}`)}</span>;
  if (name === '') return t('common.none');
  return (
    <>
      <span translate="no">{name}</span> <span className={classes.foreign}>{t('orders.log.ownWord')}</span>
    </>
  );
}

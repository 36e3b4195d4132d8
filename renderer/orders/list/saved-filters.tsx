import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderFilter, SavedOrderFilter } from '../../../preload/contract/orders.ts';
import { useRemoveFilter, useSavedFilters, useSaveFilter } from '../../bridge/orders.ts';
import { toStationError } from '../../bridge/station.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { OpenLayer } from '../open-layer.tsx';
import classes from './filter-bar.module.css';
import { isSameFilter, noFilter } from './order-filter.ts';

interface SavedFiltersProps {
  filter: OrderFilter;
  onChoose: (filter: OrderFilter) => void;
}

/** Filters under names: chosen, kept, and taken away, which can be taken back. */
export function SavedFilters({ filter, onChoose }: SavedFiltersProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const saved = useSavedFilters();
  const current = saved.data?.find((one) => isSameFilter(one.filter, filter));
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={288} withinPortal={false} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          className={classes.button ?? ''}
          size="md"
          variant="default"
          aria-label={current ? t('orders.saved.chosen', { name: current.name }) : t('orders.saved.label')}
          leftSection={<IconBookmark size="1.125rem" aria-hidden="true" />}
          rightSection={<IconChevronDown size="1rem" aria-hidden="true" />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {current?.name ?? t('orders.saved.label')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('orders.saved.label')}>
        {isOpen && <OpenLayer onClose={() => setIsOpen(false)} />}
        {saved.error && <ErrorNote error={toStationError(saved.error)} />}
        <Kept
          filters={saved.data ?? []}
          onChoose={(chosen) => {
            setIsOpen(false);
            onChoose(chosen);
          }}
        />
        {!isSameFilter(filter, noFilter) && <Keep name={current?.name ?? ''} filter={filter} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Kept({ filters, onChoose }: { filters: readonly SavedOrderFilter[]; onChoose: (filter: OrderFilter) => void }) {
  const { t } = useTranslation();
  const remove = useRemoveFilter();
  const restore = useSaveFilter();
  const [removed, setRemoved] = useState<SavedOrderFilter | null>(null);
  /** Name of the one that was taken back: it has the keyboard then, since the button that was pressed is gone. */
  const restored = useRef<string | null>(null);
  const error = remove.error ?? restore.error;
  return (
    <>
      {filters.length === 0 && removed === null && <p className={classes.empty}>{t('orders.saved.empty')}</p>}
      {filters.length > 0 && (
        <ul className={classes.options} aria-label={t('orders.saved.label')}>
          {filters.map((one) => (
            <li key={one.id} className={classes.saved}>
              <Button
                ref={(button) => {
                  if (button === null || restored.current !== one.name || removed !== null) return;
                  restored.current = null;
                  button.focus();
                }}
                variant="subtle"
                justify="start"
                onClick={() => onChoose(one.filter)}
              >
                {one.name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('orders.saved.remove', { name: one.name })}
                disabled={remove.isPending}
                onClick={() => remove.mutate(one.id, { onSuccess: () => setRemoved(one) })}
              >
                <IconTrash size="1rem" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {removed && (
        <p className={classes.note}>
          <span aria-live="polite">{t('orders.saved.removed', { name: removed.name })}</span>
          <Button
            size="compact-xs"
            variant="default"
            loading={restore.isPending}
            onClick={() =>
              restore.mutate(
                { name: removed.name, filter: removed.filter },
                {
                  onSuccess: () => {
                    restored.current = removed.name;
                    setRemoved(null);
                  },
                },
              )
            }
          >
            {t('orders.saved.restore')}
          </Button>
        </p>
      )}
      {error && <ErrorNote error={toStationError(error)} />}
    </>
  );
}

function Keep({ name: known, filter }: { name: string; filter: OrderFilter }) {
  const { t } = useTranslation();
  const save = useSaveFilter();
  const [name, setName] = useState(known);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== '') save.mutate({ name: name.trim(), filter });
  }

  return (
    <form className={classes.save} aria-label={t('orders.saved.save')} onSubmit={submit}>
      <TextInput
        label={t('orders.saved.name')}
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={name.trim() === ''} loading={save.isPending}>
        {t('orders.saved.save')}
      </Button>
      <span aria-live="polite">{save.isSuccess ? t('orders.saved.done') : ''}</span>
      {save.error && <ErrorNote error={toStationError(save.error)} />}
    </form>
  );
}

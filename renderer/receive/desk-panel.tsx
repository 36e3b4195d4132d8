import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUnknownParcels } from '../bridge/queries.ts';
import { JournalList } from './journal-list.tsx';
import { UnknownList } from './unknown-list.tsx';
import classes from './desk-panel.module.css';

const tabClasses = {
  root: classes.tabs ?? '',
  list: classes.tabList ?? '',
  tab: classes.tab ?? '',
  panel: classes.list ?? '',
};

export type DeskPanelName = 'journal' | 'unknown';

export interface DeskPanelProps {
  panel: DeskPanelName;
  onPanel: (panel: DeskPanelName) => void;
}

/** Beside the desk: what happened at this station, and the shelf of unknown parcels. */
export function DeskPanel({ panel, onPanel }: DeskPanelProps) {
  const { t } = useTranslation();
  const unknown = useUnknownParcels().data ?? [];
  const matched = unknown.filter((parcel) => parcel.state === 'matched').length;
  return (
    <aside className={classes.panel} aria-label={t('receive.panel.label')}>
      <Tabs
        value={panel}
        classNames={tabClasses}
        onChange={(value) => onPanel(value === 'unknown' ? 'unknown' : 'journal')}
      >
        <Tabs.List grow>
          <Tabs.Tab value="journal">{t('receive.panel.journal')}</Tabs.Tab>
          <Tabs.Tab
            value="unknown"
            rightSection={
              <span className={classes.count} data-matched={matched > 0}>
                {unknown.length}
              </span>
            }
          >
            {t('receive.panel.unknown')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="journal">
          <JournalList />
        </Tabs.Panel>
        <Tabs.Panel value="unknown">
          <UnknownList parcels={unknown} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

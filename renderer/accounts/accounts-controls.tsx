import { Button } from '@mantine/core';
import { IconPlus, IconRefresh, IconSunrise } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountsView } from '../../preload/contract/accounts.ts';
import { useFormat } from '../i18n/format.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import classes from './accounts-controls.module.css';
import type { NoRound } from './round-progress.ts';

interface AccountsControlsProps {
  view: AccountsView;
  now: number;
  /** Why no round can begin; null when one can. */
  noRound: NoRound | null;
  roundHours: number;
  busy: boolean;
  /** Whether the form to add is open; null when it always is. */
  adding: boolean | null;
  onRound: () => void;
  onRefresh: () => void;
  onAdd: () => void;
}

/** Morning round, reading again, adding: each with its key, and in words why there is no round to begin. */
export function AccountsControls(props: AccountsControlsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { view, noRound, busy } = props;
  // A reading may be newer than the last tick of the clock.
  const read = view.readAt && format.relative(view.readAt, Math.max(props.now, Date.parse(view.readAt)));
  return (
    <div className={classes.controls}>
      <div className={classes.buttons}>
        <Button
          leftSection={<IconSunrise size="1.125rem" />}
          rightSection={<KeyCap>M</KeyCap>}
          disabled={noRound !== null || busy}
          aria-describedby={noRound ? 'accounts-round-note' : undefined}
          title={t('accounts.round.hint')}
          onClick={props.onRound}
        >
          {t('accounts.round.start', { count: view.needLogin.length })}
        </Button>
        <Button
          variant="default"
          leftSection={<IconRefresh size="1.125rem" />}
          rightSection={<KeyCap>R</KeyCap>}
          loading={view.isReading}
          onClick={props.onRefresh}
        >
          {t('accounts.refresh')}
        </Button>
        {props.adding !== null && (
          <Button
            variant="default"
            leftSection={<IconPlus size="1.125rem" />}
            rightSection={<KeyCap>N</KeyCap>}
            aria-expanded={props.adding}
            onClick={props.onAdd}
          >
            {t('accounts.add.open')}
          </Button>
        )}
      </div>
      <p className={classes.note}>
        {noRound && <span id="accounts-round-note">{t(`accounts.round.no.${noRound}`, { hours: props.roundHours })}</span>}
        <span>{view.isReading ? t('accounts.reading') : read ? t('accounts.read', { when: read }) : t('accounts.neverRead')}</span>
      </p>
    </div>
  );
}

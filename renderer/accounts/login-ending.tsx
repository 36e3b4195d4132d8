import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconX, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LoginEnding, LoginEndingKind, ProviderAccount } from '../../preload/contract/accounts.ts';
import { useAccountsAct } from '../bridge/accounts.ts';
import { toStationError } from '../bridge/station.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { accountLabel } from './account-label.ts';
import { endingWords } from './ending-words.ts';
import classes from './login-ending.module.css';

type Tone = 'good' | 'quiet' | 'warn' | 'bad';

/** What a person did is told quietly; what may be an attack or a fault of safety, loudly. All others warn. */
const tones: Partial<Record<LoginEndingKind, Tone>> = {
  done: 'good',
  closed: 'quiet',
  skipped: 'quiet',
  'state-mismatch': 'bad',
  certificate: 'bad',
  'address-refused': 'bad',
};

const icons: Record<Tone, Icon> = {
  good: IconCircleCheck,
  quiet: IconInfoCircle,
  warn: IconAlertTriangle,
  bad: IconAlertTriangle,
};

/** How the last login of an account ended and what comes next. The provider's own words are plain text. */
export function LoginEndingNote({ account, ending }: { account: ProviderAccount; ending: LoginEnding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const act = useAccountsAct();
  const label = accountLabel(t, account.name);
  const { what, next, details } = endingWords(t, ending, label);
  const tone = tones[ending.kind] ?? 'warn';
  const ToneIcon = icons[tone];
  const undecided = ending.kind === 'different-account' && ending.otherName !== null;
  return (
    <div className={classes.note} data-tone={tone} data-ending={ending.kind} role="note">
      <ToneIcon className={classes.icon} aria-hidden="true" />
      <div className={classes.words}>
        <p>
          <strong>{what}</strong> {next}
        </p>
        {ending.text !== null && ending.text !== '' && (
          <p className={classes.said}>
            {t('accounts.outcome.said')} <q>{ending.text}</q>
          </p>
        )}
        <p className={classes.details}>{[format.moment(ending.at), ...details].join(' · ')}</p>
        {undecided && <Decision account={account} other={ending.otherName ?? ''} />}
        {act.error && <ErrorNote error={toStationError(act.error)} />}
      </div>
      {!undecided && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('accounts.dismiss')}
          disabled={act.isPending}
          onClick={() => act.mutate((accounts) => accounts.dismissEnding({ id: account.id }))}
        >
          <IconX size="1rem" />
        </ActionIcon>
      )}
    </div>
  );
}

function Decision({ account: { id }, other }: { account: ProviderAccount; other: string }) {
  const { t } = useTranslation();
  const act = useAccountsAct();
  return (
    <div className={classes.choice}>
      <Button
        size="compact-sm"
        disabled={act.isPending}
        onClick={() => act.mutate((accounts) => accounts.answerDifferent({ id, keep: true }))}
      >
        {t('accounts.outcome.keep', { other })}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={act.isPending}
        onClick={() => act.mutate((accounts) => accounts.answerDifferent({ id, keep: false }))}
      >
        {t('accounts.outcome.leave')}
      </Button>
      {act.error && <ErrorNote error={toStationError(act.error)} />}
    </div>
  );
}

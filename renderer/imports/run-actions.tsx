import { Button } from '@mantine/core';
import { IconDownload, IconHandStop, IconPlayerPause, IconPlayerPlay, IconThumbUp } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRun } from '../../preload/contract/order-imports.ts';
import { useRunAct, useSaveOfRun } from '../bridge/imports.ts';
import { toStationError } from '../bridge/station.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import classes from './run.module.css';
import { runReport } from './run-report.ts';

type Question = 'stop' | 'accept';

/** What can be done with a whole run. */
export function RunActions({ run }: { run: ImportRun }) {
  const { t } = useTranslation();
  const act = useRunAct();
  const save = useSaveOfRun(run.id, (orders) => runReport(t, orders));
  const [question, setQuestion] = useState<Question | null>(null);
  const { id, state, counts, pays } = run;
  const isOpen = state === 'running' || state === 'waiting';
  const isPaused = state === 'paused';
  const asked = question === 'accept' && counts.differs === 0 ? null : question;

  function answer(yes: Question): void {
    act.mutate(
      (imports) => (yes === 'stop' ? imports.stop({ id }) : imports.accept({ id, sentIds: null })),
      { onSuccess: () => setQuestion(null) },
    );
  }

  return (
    <div className={classes.actions}>
      <div className={classes.buttons}>
        {/* One button, never disabled: it keeps the focus when the one word takes the place of the other. */}
        {(isOpen || isPaused) && (
          <Button
            variant={isPaused ? 'filled' : 'default'}
            leftSection={isPaused ? <IconPlayerPlay size="1.125rem" /> : <IconPlayerPause size="1.125rem" />}
            onClick={() => {
              if (!act.isPending) act.mutate((imports) => (isPaused ? imports.resume({ id }) : imports.pause({ id })));
            }}
          >
            {t(isPaused ? 'imports.run.resume' : 'imports.run.pause')}
          </Button>
        )}
        {(isOpen || isPaused) && (
          <Button
            variant="default"
            leftSection={<IconHandStop size="1.125rem" />}
            disabled={act.isPending}
            onClick={() => setQuestion('stop')}
          >
            {t('imports.run.stop')}
          </Button>
        )}
        {counts.differs > 0 && (
          <Button
            variant="default"
            leftSection={<IconThumbUp size="1.125rem" />}
            disabled={act.isPending}
            onClick={() => setQuestion('accept')}
          >
            {t('imports.run.acceptAll', { count: counts.differs })}
          </Button>
        )}
        <span className={classes.saves}>
          {(['xlsx', 'csv', 'file'] as const).map((what) => (
            <Button
              key={what}
              variant="subtle"
              leftSection={<IconDownload size="1.125rem" />}
              loading={save.isPending && save.variables === what}
              disabled={save.isPending}
              onClick={() => save.mutate(what)}
            >
              {t(`imports.save.${what}`)}
            </Button>
          ))}
        </span>
      </div>
      <p className={classes.soft} aria-live="polite">
        {save.data?.saved ? t('imports.save.saved', { name: save.data.name }) : ''}
      </p>
      {asked !== null && (
        <RunQuestion
          title={asked === 'stop' ? t('imports.run.stopTitle') : t('imports.run.acceptTitle', { count: counts.differs })}
          text={asked === 'stop' ? t('imports.run.stopText', { count: counts.waiting }) : pays ? t('imports.run.acceptPays') : t('imports.run.acceptText')}
          yes={asked === 'stop' ? t('imports.run.stopYes') : t('imports.run.acceptYes')}
          isBusy={act.isPending}
          onYes={() => answer(asked)}
          onNo={() => setQuestion(null)}
        />
      )}
      {act.error && <ErrorNote error={toStationError(act.error)} />}
      {save.error && <ErrorNote error={toStationError(save.error)} title={t('imports.save.failed')} />}
    </div>
  );
}

interface RunQuestionProps {
  title: string;
  text: string;
  yes: string;
  isBusy: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** What concerns many orders at once does not happen without a yes. */
function RunQuestion({ title, text, yes, isBusy, onYes, onNo }: RunQuestionProps) {
  const { t } = useTranslation();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    no.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useShortcuts({ Escape: onNo });
  return (
    <fieldset className={classes.question} aria-label={title}>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text}</p>
      <div className={classes.buttons}>
        <Button loading={isBusy} onClick={onYes}>
          {yes}
        </Button>
        <Button ref={no} variant="default" disabled={isBusy} onClick={onNo}>
          {t('common.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}

import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAddress } from '../../preload/contract/activities.ts';
import { useReadAgainForStart } from '../bridge/starts.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import { useShortcuts } from '../ui/scanner-context.ts';
import { chosenLines, type PlannedStart, type Preparation, type StartProblem } from './plan-starts.ts';
import { StartRuns } from './start-runs.tsx';
import classes from './start-screen.module.css';
import { useStartRuns, useStarts } from './starts-provider.tsx';
import { UnlinkQuestion } from './unlink-question.tsx';

interface StartFootProps {
  plan: PlannedStart[] | StartProblem;
  preparations: readonly Preparation[];
  onOpen: (activity: ActivityAddress) => void;
}

/** The button that starts, why it cannot yet, the question before an unlinking, and how the starts went. */
export function StartFoot({ plan, preparations, onOpen }: StartFootProps) {
  const { t } = useTranslation();
  const { draft, change, starter } = useStarts();
  const runs = useStartRuns();
  const readAgain = useReadAgainForStart();
  const [asked, setAsked] = useState<readonly PlannedStart[] | null>(null);
  const planned = typeof plan === 'string' ? null : plan;
  const isBusy = runs.some(({ state }) => state === 'sending' || state === 'waiting');
  // What has been changed since is another start: the question is about it no more.
  const question = asked !== null && JSON.stringify(asked) === JSON.stringify(planned) ? asked : null;

  async function begin(starts: readonly PlannedStart[]): Promise<void> {
    setAsked(null);
    await starter.begin(starts);
    // What a start has met, such as a line that was bound meanwhile, stands in the order now.
    readAgain();
    const [only, ...others] = starter.runs();
    if (starter.runs().every(({ state }) => state === 'begun')) change({ type: 'begun', orders: [], wantedLines: {} });
    if (only?.activity && others.length === 0) onOpen(only.activity);
  }

  function start(): void {
    if (planned === null || isBusy) return;
    if (draft.kind === 'unlink') setAsked(planned);
    else void begin(planned);
  }

  useShortcuts({ 'Ctrl+Enter': start });
  const unlinked = preparations.flatMap((one) => (one ? one.lines.filter(({ lineId }) => chosenLines(draft, one).includes(lineId)) : []));
  return (
    <footer className={classes.foot}>
      <StartRuns onOpen={onOpen} />
      {question && (
        <UnlinkQuestion
          lines={unlinked.map(({ lineNumber }) => lineNumber)}
          providerOrderIds={question.flatMap(({ unbinds }) => unbinds)}
          onYes={() => void begin(question)}
          onNo={() => setAsked(null)}
        />
      )}
      <div className={classes.buttons}>
        <Button
          leftSection={<IconPlayerPlay size="1.125rem" />}
          rightSection={<KeyCap>{t('key.ctrlEnter')}</KeyCap>}
          disabled={planned === null || question !== null}
          loading={isBusy}
          aria-describedby={planned === null ? 'start-problem' : undefined}
          onClick={start}
        >
          {draft.kind === 'unlink' ? t('starts.startUnlink') : t('starts.start', { count: planned?.length ?? 1 })}
        </Button>
        {typeof plan === 'string' && (
          <span id="start-problem" className={classes.hint}>
            {t(`starts.problem.${plan}`)}
          </span>
        )}
      </div>
    </footer>
  );
}

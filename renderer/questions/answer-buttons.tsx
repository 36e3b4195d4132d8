import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepAction } from '../../preload/contract/activities.ts';
import { KeyCap } from '../ui/key-cap.tsx';
import classes from './answer-buttons.module.css';
import type { Choice } from './shared-answers.ts';

interface AnswerButtonsProps {
  choices: readonly Choice[];
  /** Number keys act here, so each button shows its own. */
  hasKeys: boolean;
  /** Under each other, where there is little room. */
  isStacked?: boolean;
  disabled: boolean;
  /** By the number in the question. */
  onAnswer: (number: number) => void;
  /** The address of a link is to be shown. */
  onLink: (address: string) => void;
}

/** What OT Platform offers as an answer, in its own words. What the station does not know it cannot press. */
export function AnswerButtons({ choices, hasKeys, isStacked = false, disabled, onAnswer, onLink }: AnswerButtonsProps) {
  const { t } = useTranslation();
  const note = useId();
  return (
    <div>
      <div className={classes.buttons} data-stacked={isStacked}>
        {choices.map(({ action, number }) => (
          <Button
            key={number}
            className={classes.button ?? ''}
            size="sm"
            variant={action.kind === 'answer' ? 'light' : 'default'}
            disabled={disabled || !isUsable(action)}
            aria-describedby={isUsable(action) ? undefined : note}
            leftSection={action.kind === 'link' ? <IconExternalLink size="1rem" aria-hidden="true" /> : undefined}
            rightSection={hasKeys && number < 9 ? <KeyCap>{String(number + 1)}</KeyCap> : undefined}
            onClick={() => (action.kind === 'link' ? onLink(action.address ?? '') : onAnswer(number))}
          >
            {action.label}
          </Button>
        ))}
      </div>
      {!choices.every(({ action }) => isUsable(action)) && (
        <p id={note} className={classes.why}>
          {t('questions.unusable')}
        </p>
      )}
    </div>
  );
}

/** Whether the station can do what an action asks for. */
export function isUsable({ kind, address }: StepAction): boolean {
  return kind === 'answer' || (kind === 'link' && address !== null);
}

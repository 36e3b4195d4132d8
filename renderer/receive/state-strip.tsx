import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconBarcode,
  IconCheck,
  IconChecks,
  IconCircleHalf2,
  IconHelpHexagon,
  IconHistory,
  IconPlugConnectedX,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { Waybill } from '../ui/waybill.tsx';
import { useDeskState } from './desk-provider.tsx';
import type { StripState } from './desk-state.ts';
import { stripContent } from './strip-content.ts';
import classes from './state-strip.module.css';

const icons: Record<StripState, Icon> = {
  ready: IconBarcode,
  found: IconCheck,
  'partly-received': IconCircleHalf2,
  'already-received': IconHistory,
  attention: IconAlertTriangle,
  unknown: IconHelpHexagon,
  refused: IconBan,
  received: IconChecks,
  undone: IconArrowBackUp,
  failed: IconPlugConnectedX,
};

/** The result of the last scan, readable from two or three metres: colour, icon, word, number. */
export function StateStrip() {
  const { t } = useTranslation();
  const format = useFormat();
  const desk = useDeskState();
  const content = stripContent(desk, t, format);
  const StateIcon = icons[content.state];
  return (
    <output
      // Named although it is the element's own: some screen readers know the role, not the element.
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles
      role="status"
      className={classes.strip}
      aria-atomic="true"
      aria-busy={desk.busy !== null}
      aria-label={t('receive.strip.label')}
      data-state={content.state}
    >
      <StateIcon className={classes.icon} stroke={2} aria-hidden="true" />
      <span className={classes.words}>
        <span className={classes.word}>{content.word}</span>
        <span className={classes.line}>
          {content.waybill === '' ? <span>{content.prompt}</span> : <Waybill number={content.waybill} />}
          {content.carriers !== '' && <span className={classes.tag}>{content.carriers}</span>}
          {content.position !== '' && <span className={classes.tag}>{content.position}</span>}
        </span>
        <span className={classes.message}>{content.message}</span>
      </span>
      {content.figure && (
        <span className={classes.figure}>
          <span className={classes.value}>{content.figure.value}</span>{' '}
          <span className={classes.unit}>{content.figure.unit}</span>
        </span>
      )}
    </output>
  );
}

import { useTranslation } from 'react-i18next';
import { usePaste } from '../ui/use-paste.ts';
import { usePlaceTitle } from '../ui/use-place-title.ts';
import { useScans, useShortcuts } from '../ui/scanner-context.ts';
import { ActionBar } from './action-bar.tsx';
import { DayFoot } from './day-foot.tsx';
import { DeskContent } from './desk-content.tsx';
import { DeskNotes } from './desk-notes.tsx';
import { DeskPanel, type DeskPanelProps } from './desk-panel.tsx';
import { useDesk } from './desk-provider.tsx';
import { focusManualField } from './manual-field.tsx';
import { StateStrip } from './state-strip.tsx';
import classes from './receive-screen.module.css';

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** The receiving bench: scan, see, accept. */
export function ReceiveScreen({ panel, onPanel }: DeskPanelProps) {
  const { t } = useTranslation();
  usePlaceTitle('receive');
  useDeskKeys();
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{t('place.receive')}</h1>
      <StateStrip />
      <DeskNotes />
      <div className={classes.bench}>
        {/* Scrolls, so the keyboard must reach it also when nothing inside takes the focus. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={classes.desk} aria-label={t('receive.deskLabel')} tabIndex={0}>
          <DeskContent />
        </section>
        <DeskPanel panel={panel} onPanel={onPanel} />
      </div>
      <ActionBar />
      <DayFoot />
    </div>
  );
}

function useDeskKeys(): void {
  const desk = useDesk();
  useScans(({ raw, supersedes }) => desk.scan(raw, 'scanner', supersedes));
  useShortcuts({
    Enter: () => void (desk.state().result?.kind === 'failed' ? desk.retry() : desk.confirm()),
    KeyA: () => void desk.acceptAll(),
    KeyR: () => void desk.receiveEntered(),
    KeyU: () => void desk.undo(),
    KeyF: focusManualField,
    Slash: focusManualField,
    Escape: desk.escape,
    Backspace: desk.erase,
    ArrowUp: () => desk.move(-1),
    ArrowDown: () => desk.move(1),
    Plus: () => desk.step(1),
    Minus: () => desk.step(-1),
    ...Object.fromEntries(digits.map((digit) => [`Digit${digit}`, () => desk.digit(digit)])),
  });
  usePaste((text) => desk.scan(text, 'pasted'));
}

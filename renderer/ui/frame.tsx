import { useState, type ReactNode } from 'react';
import { QuestionCard } from '../questions/question-card.tsx';
import { QuestionDialog } from '../questions/question-dialog.tsx';
import { useQuestionDesk } from '../questions/questions-provider.tsx';
import { KeyGuide } from './key-guide.tsx';
import { Navigation } from './navigation.tsx';
import { Notices } from './notices.tsx';
import { places, type PlaceName } from './places.ts';
import { useShortcuts } from './scanner-context.ts';
import { StatusBar } from './status-bar.tsx';
import classes from './frame.module.css';

interface FrameProps {
  place: PlaceName;
  onGo: (place: PlaceName) => void;
  onShowUnknown: () => void;
  children: ReactNode;
}

/** The one frame of the one window: status on top, places on the left, the work in the middle. */
export function Frame({ place, onGo, onShowUnknown, children }: FrameProps) {
  const [showsKeys, setShowsKeys] = useState(false);
  const questions = useQuestionDesk();

  function openQuestions(): void {
    if (!questions.open()) onGo('activities');
  }

  useShortcuts({
    ...Object.fromEntries(places.map(({ name, key }) => [key, () => onGo(name)])),
    F9: openQuestions,
    QuestionMark: () => setShowsKeys(true),
  });
  return (
    <div className={classes.frame}>
      <StatusBar onGo={onGo} onShowUnknown={onShowUnknown} onOpenQuestions={openQuestions} />
      <Notices onGo={onGo} />
      <div className={classes.work}>
        <Navigation place={place} onGo={onGo} onShowKeys={() => setShowsKeys(true)}>
          <QuestionCard />
        </Navigation>
        <main className={classes.main} data-place={place}>
          {children}
        </main>
      </div>
      <QuestionDialog />
      {showsKeys && <KeyGuide place={place} onClose={() => setShowsKeys(false)} />}
    </div>
  );
}

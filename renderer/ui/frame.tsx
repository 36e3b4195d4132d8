import { useState, type ReactNode } from 'react';
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
  useShortcuts({
    ...Object.fromEntries(places.map(({ name, key }) => [key, () => onGo(name)])),
    QuestionMark: () => setShowsKeys(true),
  });
  return (
    <div className={classes.frame}>
      <StatusBar onGo={onGo} onShowUnknown={onShowUnknown} />
      <Notices onGo={onGo} />
      <div className={classes.work}>
        <Navigation place={place} onGo={onGo} onShowKeys={() => setShowsKeys(true)} />
        <main className={classes.main}>{children}</main>
      </div>
      {showsKeys && <KeyGuide place={place} onClose={() => setShowsKeys(false)} />}
    </div>
  );
}

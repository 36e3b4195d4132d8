import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { refreshAfterReceiving } from '../bridge/events.ts';
import { station } from '../bridge/station.ts';
import { onceAfterPaint } from '../ui/after-paint.ts';
import { useSound } from '../ui/use-sound.ts';
import type { DeskState } from './desk-state.ts';
import { createDesk, type Desk } from './desk.ts';
import { restWhenIdle } from './rest-when-idle.ts';

const DeskContext = createContext<Desk | null>(null);

/** One desk for the whole frame: it keeps the parcel and the queue while another screen is open. */
export function DeskProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const play = useSound();
  const [desk] = useState(() =>
    createDesk({
      receiving: station().receiving,
      newId: () => crypto.randomUUID(),
      onSound: play,
      // The journal and the totals beside it come after the answer itself.
      onWritten: onceAfterPaint(() => refreshAfterReceiving(client)),
    }),
  );
  useEffect(() => station().on('receiving.parcelUpdated', desk.parcelUpdated), [desk]);
  useEffect(() => restWhenIdle(desk, window, isWriting), [desk]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk needs a DeskProvider above it');
  return desk;
}

export function useDeskState(): DeskState {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, desk.state);
}

/** A person has a text field in hand, such as the note of an unknown parcel. */
function isWriting(): boolean {
  return document.activeElement?.matches('input:not([readonly]), textarea') ?? false;
}

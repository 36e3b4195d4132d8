import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { refreshAfterReceiving } from '../bridge/events.ts';
import { useSettings } from '../bridge/queries.ts';
import { station } from '../bridge/station.ts';
import { playSound } from '../ui/sound-player.ts';
import type { DeskState } from './desk-state.ts';
import { createDesk, type Desk, type DeskSound } from './desk.ts';
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
      onWritten: () => refreshAfterReceiving(client),
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

/** Plays sounds with the settings of the moment. */
function useSound(): (sound: DeskSound) => void {
  const settings = useSettings().data;
  const volume = useRef(0);
  useEffect(() => {
    volume.current = settings?.sound ? settings.soundVolume : 0;
  }, [settings]);
  return (sound) => playSound(sound, volume.current);
}

import { useCallback, useEffect, useRef } from 'react';
import { useSettings } from '../bridge/queries.ts';
import { playSound } from './sound-player.ts';
import type { StationSound } from './sounds.ts';

/** Plays sounds with the settings of the moment. The function stays the same one. */
export function useSound(): (sound: StationSound) => void {
  const settings = useSettings().data;
  const volume = useRef(0);
  useEffect(() => {
    volume.current = settings?.sound ? settings.soundVolume : 0;
  }, [settings]);
  return useCallback((sound) => playSound(sound, volume.current), []);
}

import { useScans, type ScanHandler } from './scanner-context.ts';
import { useSound } from './use-sound.ts';

/** Takes scans into a field as long as the component is there; each is heard, since nobody looks at the screen all the time. */
export function useFieldScans(handler: ScanHandler): void {
  const play = useSound();
  useScans((scan) => {
    play('tick');
    handler(scan);
  });
}

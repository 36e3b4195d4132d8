import { useEffect, useState } from 'react';
import { tickFor } from './session-state.ts';

/** The time, renewed as often as what is left until these moments needs it. ISO 8601. */
export function useNowUntil(ends: readonly string[]): number {
  const [now, setNow] = useState(() => Date.now());
  const key = ends.join(' ');
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), tickFor(key.split(' '), now));
    return () => clearTimeout(timer);
  }, [key, now]);
  return now;
}

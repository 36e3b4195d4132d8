import { useEffect, useState } from 'react';

/** So long a hand that was about to click may still be on its way to what stood here before. */
const settleMs = 700;

/** False for the first moment of a component, so that a click cannot meet what has just taken another's place. */
export function useSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}

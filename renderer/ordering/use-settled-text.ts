import { useEffect, useState } from 'react';

/** So long after the last key a text is taken for what was meant. */
const settleMs = 400;

/** A text as it stands once nobody types any more. */
export function useSettledText(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

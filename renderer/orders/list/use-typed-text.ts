import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

const typingPauseMs = 200;

/**
 * The text of a field that takes effect when typing pauses. `value` is what has taken effect; when it changes elsewhere, the
 * field follows.
 */
export function useTypedText(value: string, onSettled: (text: string) => void) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const settle = useDebouncedCallback(onSettled, typingPauseMs);
  if (seen !== value) {
    setSeen(value);
    if (text.trim() !== value) setText(value);
  }
  return {
    text,
    type: (typed: string) => {
      setText(typed);
      settle(typed.trim());
    },
    /** Takes effect without a pause. */
    set: (whole: string) => {
      settle.cancel();
      setText(whole);
      onSettled(whole.trim());
    },
    /** The field is left: what was typed takes effect. */
    flush: () => settle.flush(),
  };
}

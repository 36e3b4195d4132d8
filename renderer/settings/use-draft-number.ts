import { useState } from 'react';

/** A number field whose value is kept when the field is left, not with every key. Props for Mantine's NumberInput. */
export function useDraftNumber(kept: number, onKeep: (value: number) => void) {
  const [draft, setDraft] = useState<number | string | null>(null);
  return {
    value: draft ?? kept,
    allowDecimal: false,
    allowNegative: false,
    clampBehavior: 'blur' as const,
    onChange: (value: number | string) => setDraft(value),
    onBlur: () => {
      if (typeof draft === 'number' && draft !== kept) onKeep(draft);
      setDraft(null);
    },
  };
}

import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportCounts } from '../../preload/contract/order-imports.ts';
import { progressOf, progressParts, settledOrders, type ProgressPart } from './run-progress.ts';

const colors: Record<ProgressPart, string> = {
  good: 'var(--lamp-good)',
  warn: 'var(--lamp-warn)',
  bad: 'var(--lamp-bad)',
  quiet: 'var(--lamp-idle)',
  busy: 'var(--accent)',
};

/** How far a run is, by what came of its orders; the numbers stand beside it in words. */
export function RunBar({ counts, size }: { counts: ImportCounts; size: string }) {
  const { t } = useTranslation();
  const parts = progressOf(counts);
  const label = t('imports.progress', { done: settledOrders(counts), of: counts.orders });
  return (
    <Progress.Root size={size} title={label}>
      {progressParts
        .filter((part) => parts[part] > 0)
        .map((part) => (
          <Progress.Section
            key={part}
            value={(100 * parts[part]) / Math.max(1, counts.orders)}
            color={colors[part]}
            withAria={false}
          />
        ))}
    </Progress.Root>
  );
}

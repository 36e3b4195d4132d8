import { useShortcuts } from '../ui/scanner-context.ts';

/** While something hangs open over the page, Escape closes it, and no other key acts on the page below. */
export function OpenLayer({ onClose }: { onClose: () => void }) {
  useShortcuts({ Escape: onClose }, { alone: true });
  return null;
}

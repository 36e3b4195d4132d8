import type { LineFields } from './order-line.ts';

/**
 * What has happened to the world since it was made. A world is its seed, its size and these records:
 * they are saved, and applied again when the world is loaded.
 */
export type WorldChange = LineChanged | LineSplit;

interface ChangeOrigin {
  /** When, ISO 8601 in UTC. */
  readonly at: string;
  /** The operator's id, or null when the provider's synchronisation did it. */
  readonly operatorId: string | null;
}

export interface LineChanged extends ChangeOrigin {
  readonly kind: 'line-changed';
  readonly slot: number;
  readonly previous: Partial<LineFields>;
  readonly next: Partial<LineFields>;
}

export interface LineSplit extends ChangeOrigin {
  readonly kind: 'line-split';
  readonly slot: number;
  /** The place of the new line. */
  readonly newSlot: number;
  /** How many pieces went into the new line. */
  readonly quantity: number;
  /** How many pieces the line had before. */
  readonly previousQuantity: number;
}

/** A line of the order and its quantity, as they were read before a split was asked for. */
export interface LineSnapshot {
  id: string;
  quantity: number;
}

/**
 * What an operation has seen and begun so far. It is committed to disk before each request whose answer could be lost,
 * so that after a lost answer, a crash or a power cut the order can be read back and compared with it.
 */
export interface OperationProgress {
  /** The request whose answer has not come. While it stands here its outcome is not known. */
  unanswered?: { request: 'split' | 'status'; begunAt: number };
  /** A split was asked for: how many pieces, and every line of the same item and configuration just before it. */
  split?: { pieces: number; answered: boolean; lines: LineSnapshot[] };
  /** The line that the split made. */
  partId?: string;
  /** A status was asked for: of which line, and what it had before. */
  status?: { lineId: string; previousStatusId: number; answered: boolean };
}

/** True once something was asked of OT Platform that it may have carried out. */
export function mayHaveChanged(progress: OperationProgress): boolean {
  return progress.split !== undefined || progress.status !== undefined;
}

/** The progress without its mark of an answer that is still out. */
export function answered(progress: OperationProgress): OperationProgress {
  const { unanswered: _, ...rest } = progress;
  return rest;
}

/** Reads the `progress` column. Our own code wrote it, so its shape is trusted. */
export function parseProgress(json: string): OperationProgress {
  return JSON.parse(json) as OperationProgress;
}

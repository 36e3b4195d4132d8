/** Runs `work` once after `delayMs`; answers with what cancels it. Handed in, so that tests need not wait. */
export type Schedule = (delayMs: number, work: () => void) => () => void;

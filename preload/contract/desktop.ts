import { z } from 'zod';
import { defineCall } from './call.ts';

/** What pages ask of the desktop, since they may neither reach the clipboard nor a printer themselves. */
export const desktopCalls = {
  copyText: defineCall<{ copied: boolean }>()(z.object({ text: z.string().min(1).max(20_000) })),
  /** Opens the system's print dialog for the page that asks; `printed` is false when the person cancelled it. */
  print: defineCall<{ printed: boolean }>()(z.object({})),
};

import { browser } from '../chromium/browser.ts';
import { outOfSight } from '../chromium/switches.ts';
import type { CdpSession, Protocol } from '../cdp/connection.ts';

export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** Gives the Chromium window of a page its place and state; a hidden one is put out of sight. */
export async function placeChromiumWindow(
  cdp: CdpSession,
  state: WindowState | 'hidden',
  bounds: { x: number; y: number; width: number; height: number },
): Promise<void> {
  const connection = await browser.session();
  const { targetInfo } = await cdp.send('Target.getTargetInfo');
  const { windowId, bounds: now } = await connection.send('Browser.getWindowForTarget', { targetId: targetInfo.targetId });
  const set = (wanted: Protocol.Browser.Bounds) => connection.send('Browser.setWindowBounds', { windowId, bounds: wanted });
  if (now.windowState !== 'normal' && now.windowState !== state) await set({ windowState: 'normal' });
  const { width, height } = bounds;
  if (state === 'hidden') await set({ ...outOfSight, width, height });
  else if (state === 'normal') await set({ left: bounds.x, top: bounds.y, width, height });
  else await set({ windowState: state });
}

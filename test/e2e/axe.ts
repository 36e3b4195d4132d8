import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds on a page as it stands, one line per element, begun with `where`; all of the page, or what is `within` a selector. All of axe's rules are run; only what
 * they let pass is not told in full, which took longer than the rules. Axe is put into a document once, not for each look.
 */
export async function findingsOf(page: Page, where: string, within?: string): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const builder = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page });
  if (within !== undefined) builder.include(within);
  // The other way of axe opens a second page, which an Electron window has no place for.
  const { violations } = await builder.setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`));
}

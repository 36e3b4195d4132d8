import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { languages } from '../../preload/contract/languages.ts';

/**
 * What axe finds on a page as it stands, one line per element, begun with `where`; all of the page, or what is `within` a selector. All of axe's rules are run; only what
 * they let pass is not told in full, which took longer than the rules. Axe is put into a document once, not for each look.
 */
export async function findingsOf(page: Page, where: string, within?: string): Promise<string[]> {
  // A colour on its way from one theme to the other is neither.
  const isThere = await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().flatMap((each) => (each instanceof CSSTransition ? [each.finished] : [])));
    return 'axe' in window;
  });
  const builder = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page });
  if (within !== undefined) builder.include(within);
  // The other way of axe opens a second page, which an Electron window has no place for.
  const { violations } = await builder.setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`));
}

/** Each language and each theme, in turn: for what is one state of many of a page that was looked at in all. */
const someLooks = [
  ['en', 'light'],
  ['ru', 'dark'],
  ['zh', 'light'],
] as const;
const everyLook = languages.flatMap((language) => [[language, 'light'] as const, [language, 'dark'] as const]);

/** Does something in each language and in each theme, as `inEveryLook` does it for each of them together. */
export function inSomeLooks(page: Page, act: (look: string) => Promise<void>, others: readonly Page[] = []): Promise<void> {
  return inLooks(someLooks, page, act, others);
}

/**
 * Does something in every language, each in light and in dark, on the page of the station and on `others` that follow it;
 * it gets the name of the look, such as `ru dark`.
 */
export function inEveryLook(page: Page, act: (look: string) => Promise<void>, others: readonly Page[] = []): Promise<void> {
  return inLooks(everyLook, page, act, others);
}

async function inLooks(
  looks: readonly (readonly [language: (typeof languages)[number], theme: 'light' | 'dark'])[],
  page: Page,
  act: (look: string) => Promise<void>,
  others: readonly Page[],
): Promise<void> {
  for (const [language, theme] of looks) {
    await page.evaluate(async (change) => window.station.settings.change(change), { language, theme });
    for (const each of [page, ...others]) {
      await expect(each.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      await expect(each.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
    }
    await act(`${language} ${theme}`);
  }
}

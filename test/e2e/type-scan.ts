import type { Page } from '@playwright/test';

/**
 * Types a label as a scanner does that leaves no time between keys: physical keys, nothing in focus, Enter at the end.
 * The keys are made inside the page, so a busy test machine cannot stretch the gaps between them; that keys of a real
 * keyboard arrive as well is the matter of scanner.spec.ts.
 */
export async function typeScan(page: Page, label: string): Promise<void> {
  await page.evaluate((text) => {
    const press = (code: string, key: string, shiftKey: boolean): void => {
      const target = document.activeElement ?? document.body;
      for (const type of ['keydown', 'keyup']) {
        target.dispatchEvent(new KeyboardEvent(type, { code, key, shiftKey, bubbles: true, cancelable: true }));
      }
    };
    const codes: Record<string, string> = { '-': 'Minus', '.': 'Period', '/': 'Slash', ' ': 'Space' };
    for (const character of text) {
      const letter = /[a-z]/i.test(character);
      const code = letter ? `Key${character.toUpperCase()}` : /\d/.test(character) ? `Digit${character}` : codes[character];
      if (code === undefined) throw new Error(`No key for ${character}`);
      press(code, character, letter && character === character.toUpperCase());
    }
    press('Enter', 'Enter', false);
  }, label);
}

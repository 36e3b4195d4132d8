import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const tokens = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
const [, light = '', dark = ''] = /:root \{(.*?)\n\}.*?\[data-mantine-color-scheme='dark'\] \{(.*?)\n\}/s.exec(tokens) ?? [];

function coloursOf(block: string): Record<string, string> {
  const found = [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name = '', colour = '']) => [name, colour]));
}

const themes = { light: coloursOf(light), dark: { ...coloursOf(light), ...coloursOf(dark) } };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const strip = ['ready', 'found', 'partly', 'already', 'wrong', 'done'];
const smallTexts = [
  ['text', 'canvas'],
  ['text', 'surface-hover'],
  ['text-soft', 'surface'],
  ['text-soft', 'surface-sunken'],
  ['text-soft', 'canvas'],
  ['text-soft', 'surface-hover'],
  ['on-accent', 'accent'],
  ['accent-text', 'accent-soft'],
  ['accent-text', 'surface'],
  ['good-text', 'good-soft'],
  ['warn-text', 'warn-soft'],
  ['info-text', 'info-soft'],
  ['bad-text', 'bad-soft'],
  ['bad-text', 'surface'],
  ['good-text', 'surface'],
] as const;

describe.each(Object.entries(themes))('in the %s theme', (_theme, colours) => {
  test.each(strip)('the strip of %s is readable from afar', (state) => {
    expect(contrast(colours[state]!, colours[`on-${state}`]!)).toBeGreaterThanOrEqual(7);
  });

  test.each(smallTexts)('%s on %s is readable', (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const renderer = new URL('../../../renderer/', import.meta.url);
const components = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));

/** Words between tags, and words in properties that are read out or shown. Names of single keys are no words. */
const textBetweenTags = />\s*([A-Za-z][A-Za-z ,.!?]+)\s*<\//g;
const textInProperties = /\b(?:label|title|placeholder|alt|aria-label|description)="([^"]+)"/g;

test.each(components)('%s takes its words from the locale files', (file) => {
  const source = readFileSync(new URL(file, renderer), 'utf8');
  const words = [...source.matchAll(textBetweenTags), ...source.matchAll(textInProperties)].map(([, text]) => text);
  expect(words).toEqual([]);
});

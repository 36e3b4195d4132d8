import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from '../../../renderer/i18n/en.json' with { type: 'json' };

const project = new URL('../../../', import.meta.url);

interface Texts {
  [key: string]: string | Texts;
}

/** Keys of all texts, those with plural forms once. */
function keysOf(texts: Texts, path = ''): string[] {
  const keys = Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`)));
  return [...new Set(keys.map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))];
}

function sourceOf(folder: string): string {
  const files = readdirSync(new URL(folder, project), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  return files.map((file) => readFileSync(new URL(`${folder}${file}`, project), 'utf8')).join('\n');
}

const pages = sourceOf('renderer/');

/** Every text in quotes that can be a key, or the beginning of one. */
const quoted = new Set([...pages.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, text]) => text ?? ''));

/** Names that values and properties have: what can be put into a key. */
const names = new Set([...[pages, sourceOf('preload/contract/'), sourceOf('main/')].join('\n').matchAll(/[\w-]+/g)].map(([text]) => text));

/** Keys with holes: `receive.strip.${state}` is ['receive.strip.', '']. One that begins with a hole goes on from any quoted text. */
const templates = [...pages.matchAll(/`((?:[\w.-]|\$\{[^}`]*\})+)`/g)]
  .map(([, text]) => (text ?? '').split(/\$\{[^}]*\}/))
  .filter((parts) => parts.some((part) => part.includes('.')));

/** A name, or two that a hyphen joins: codes of faults are put together so. */
function isName(text: string): boolean {
  return names.has(text) || [...text.matchAll(/-/g)].some(({ index }) => names.has(text.slice(0, index)) && names.has(text.slice(index + 1)));
}

function fits(key: string, parts: readonly string[]): boolean {
  const holes = new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('(.+)')}$`).exec(key)?.slice(1);
  if (holes === undefined) return false;
  const beginsWithHole = parts[0] === '';
  const [first = ''] = holes;
  if (beginsWithHole && !quoted.has(first) && !templates.some((other) => other[0] !== '' && fits(first, other))) return false;
  return holes.slice(beginsWithHole ? 1 : 0).every((hole) => hole.split('.').every(isName));
}

test('every text is said by a page', () => {
  const unsaid = keysOf(en).filter((key) => !quoted.has(key) && !templates.some((parts) => fits(key, parts)));
  expect(unsaid).toEqual([]);
});

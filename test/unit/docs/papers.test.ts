import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('../../..', import.meta.url).pathname;
const papers = ['README.md', 'test/stand-in/README.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
const textOf = (paper: string): string => readFileSync(join(root, paper), 'utf8');

function linksOf(paper: string): string[] {
  return [...textOf(paper).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, link]) => join(dirname(paper), link ?? ''));
}

describe.each(papers)('%s', (paper) => {
  test('links only to what is there', () => {
    expect(linksOf(paper).filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });

  test('names no place of one computer', () => {
    expect(textOf(paper)).not.toMatch(/\/(work|home|Users|root)\//);
  });
});

test('every paper can be reached from the README', () => {
  const linked = new Set(linksOf('README.md'));
  expect(papers.filter((paper) => paper !== 'README.md' && !linked.has(paper))).toEqual([]);
});

// That each is one of the demo's is seen by `npm run demo -- --pictures`.
test('every picture is shown somewhere', () => {
  const shown = new Set(papers.flatMap(linksOf));
  const pictures = readdirSync(join(root, 'docs', 'pictures')).map((name) => `docs/pictures/${name}`);
  expect(pictures.filter((picture) => !shown.has(picture))).toEqual([]);
});

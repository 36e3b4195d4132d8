import type { Language } from '../../preload/contract/index.ts';
import texts from './problem-texts.json' with { type: 'json' };

/** Why there is a page that tells of a problem, and not the app. */
export type ProblemCode = 'journal-damaged' | 'newer-data' | 'cannot-start' | 'stopped';

export interface Problem {
  code: ProblemCode;
  /** File or folder that it is about, or null. */
  where: string | null;
  /** Of a damaged journal: the file of its newest daily copy, or null when there is none. */
  newestCopy?: string | null;
  /** Where the log tells more. */
  logId: string;
}

/** Paths of the page and of its style on our scheme. */
export const problemPagePath = 'problem.html';
export const problemStylePath = 'problem.css';

/** The page, in the given language. It needs no script. */
export function problemPage({ code, where, newestCopy, logId }: Problem, language: Language): string {
  const words = texts[language];
  const { title, text, advice } = words[code];
  const facts = [
    where === null ? '' : fact(words.where, where),
    newestCopy === undefined ? '' : fact(words.newestCopy, newestCopy ?? words.noCopy),
    fact(words.reference, logId),
  ];
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <link rel="stylesheet" href="${problemStylePath}" />
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>${text}</p>
      <p><strong>${advice}</strong></p>
      <dl>${facts.join('')}</dl>
    </main>
  </body>
</html>`;
}

export const problemStyle = `
:root { color-scheme: light dark; font: 17px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; }
body { margin: 0; display: grid; place-items: center; min-height: 100vh; background: Canvas; color: CanvasText; }
main { max-width: 36rem; padding: 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
dl { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid GrayText; font-size: 0.9rem; }
dt { color: GrayText; }
dd { margin: 0 0 0.75rem; overflow-wrap: anywhere; user-select: text; }
`;

function fact(name: string, value: string): string {
  return `<dt>${name}</dt><dd>${escape(value)}</dd>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

import { join } from 'node:path';

/** Types of everything that a build of our pages can hold. What is not here is not served. */
const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

export interface PageFile {
  file: string;
  contentType: string;
}

/**
 * The file that a path of our scheme names inside `folder`, or null. Each part of the path has to be a plain name, so
 * no spelling of `..`, of a drive or of another separator leads out of the folder.
 */
export function resolvePageFile(folder: string, pathname: string): PageFile | null {
  const parts = decode(pathname)?.split('/').slice(1);
  if (parts === undefined) return null;
  if (parts.length === 1 && parts[0] === '') parts[0] = 'index.html';
  if (!parts.every(isPlainName)) return null;
  const contentType = contentTypes[parts.at(-1)?.split('.').at(-1)?.toLowerCase() ?? ''];
  return contentType === undefined ? null : { file: join(folder, ...parts), contentType };
}

function isPlainName(part: string): boolean {
  return /^[\w-]+(?:[.~@+][\w-]+)*$/.test(part);
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { appScheme, isOurPage } from './app-address.ts';
import { resolvePageFile } from './page-files.ts';
import type { Pictures } from './pictures/index.ts';

/**
 * What our pages may do (MDN, Content-Security-Policy): load their own scripts, styles, fonts and pictures, and
 * nothing else. All network is in main, and no text ever becomes markup or code (Trusted Types).
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const pageHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** Tells Chromium that our scheme is a full one: with origins, secure, with cached code. Before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export interface AppSchemeSources {
  /** Folder of the built pages. */
  pages: string;
  pictures: Pictures;
  /** Answers for paths that are made at run time, such as the page that tells of a problem; null for all others. */
  madePage: (path: string) => { contentType: string; body: string } | null;
}

/** Serves `station://app/...`: the built pages, the pictures of goods, and pages made at run time. */
export function serveAppScheme(protocol: Pick<Protocol, 'handle'>, sources: AppSchemeSources): void {
  protocol.handle(appScheme, (request) => serve(request, sources));
}

/** Answers one request; also what the tests ask. */
export async function serve(request: Request, { pages, pictures, madePage }: AppSchemeSources): Promise<Response> {
  if (!isOurPage(request.url)) return refuse(404);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const { pathname } = new URL(request.url);

  const picture = /^\/pictures\/([^/]+)$/.exec(pathname)?.[1];
  if (picture !== undefined) return pictures.serve(picture);

  const made = madePage(pathname);
  if (made !== null) return new Response(made.body, { headers: { ...pageHeaders, 'Content-Type': made.contentType } });

  return servePageFile(pages, pathname);
}

async function servePageFile(pages: string, pathname: string): Promise<Response> {
  const found = resolvePageFile(pages, pathname);
  if (found === null) return refuse(404);
  try {
    const body = await readFile(found.file);
    return new Response(body, { headers: { ...pageHeaders, 'Content-Type': found.contentType } });
  } catch {
    return refuse(404);
  }
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: pageHeaders });
}

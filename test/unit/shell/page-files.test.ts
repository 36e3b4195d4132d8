import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolvePageFile } from '../../../main/shell/page-files.ts';

const folder = join(sep, 'app', 'renderer');

describe('a path of our scheme', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/index-B1_x-9.js', 'assets/index-B1_x-9.js', 'text/javascript; charset=utf-8'],
    ['/assets/latin-400.normal.WOFF2', 'assets/latin-400.normal.WOFF2', 'font/woff2'],
    ['/assets/icon%2D1.svg', 'assets/icon-1.svg', 'image/svg+xml'],
  ])('%s names a file of the build', (pathname, file, contentType) => {
    expect(resolvePageFile(folder, pathname)).toEqual({ file: join(folder, ...file.split('/')), contentType });
  });

  it.each([
    '/../main/index.js',
    '/..%2fmain/index.js',
    '/%2e%2e/main/index.js',
    '/%2e%2e%2fmain%2findex.js',
    '/assets/../../main/index.js',
    '/assets/..%5c..%5cmain%5cindex.js',
    '/..\\main\\index.js',
    '/C:/Windows/win.ini',
    '/C%3A%5CWindows%5Cwin.json',
    '//server/share/index.html',
    '/%2f%2fserver/share/index.html',
    '/./index.html',
    '/.sources-hash',
    '/.hidden.js',
    '/index.html%00.js',
    '/index.html::$DATA',
    '/index.html.',
    '/index.html ',
    '/assets/',
    '/assets',
    '/index.exe',
    '/%',
    '/%ff.js',
    '',
  ])('%j names nothing', (pathname) => {
    expect(resolvePageFile(folder, pathname)).toBeNull();
  });
});

import type { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { CdpSession, Protocol } from '../cdp/connection.ts';
import { nativeImage } from '../desktop/native-image.ts';
import { preventable } from '../events/preventable.ts';

/** A picture of the page, or of a part of it. */
export async function capture(cdp: CdpSession, area: Electron.Rectangle | undefined): Promise<Electron.NativeImage> {
  const clip = area ? { clip: { ...area, scale: 1 } } : {};
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'png', ...clip });
  return nativeImage.createFromBuffer(Buffer.from(data, 'base64'));
}

const paperInches: Record<string, [width: number, height: number]> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.69],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
};

/** The page as a PDF: docs/api/web-contents, printToPDF. Sizes and margins are inches. */
export async function printPage(cdp: CdpSession, options: Electron.PrintToPDFOptions): Promise<Buffer> {
  const { data } = await cdp.send('Page.printToPDF', pdfParameters(options));
  return Buffer.from(data, 'base64');
}

function pdfParameters(options: Electron.PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const size = options.pageSize ?? 'Letter';
  const named = typeof size === 'string' ? paperInches[size] : undefined;
  if (typeof size === 'string' && !named) throw new Error(`Invalid pageSize ${size}`);
  const [paperWidth, paperHeight] = named ?? (typeof size === 'string' ? [8.5, 11] : [size.width, size.height]);
  const parameters: Protocol.Page.printToPDFParameters = {
    landscape: options.landscape ?? false,
    printBackground: options.printBackground ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    scale: options.scale ?? 1,
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    paperWidth,
    paperHeight,
  };
  const { margins } = options;
  if (margins?.top !== undefined) parameters.marginTop = margins.top;
  if (margins?.bottom !== undefined) parameters.marginBottom = margins.bottom;
  if (margins?.left !== undefined) parameters.marginLeft = margins.left;
  if (margins?.right !== undefined) parameters.marginRight = margins.right;
  if (options.pageRanges !== undefined) parameters.pageRanges = options.pageRanges;
  if (options.headerTemplate !== undefined) parameters.headerTemplate = options.headerTemplate;
  if (options.footerTemplate !== undefined) parameters.footerTemplate = options.footerTemplate;
  return parameters;
}

const levels: Record<string, [name: string, number: number]> = {
  debug: ['debug', 0],
  log: ['info', 1],
  info: ['info', 1],
  warning: ['warning', 2],
  error: ['error', 3],
  assert: ['error', 3],
};

/** `console-message`, in its form with one object. */
export function reportConsole(contents: EventEmitter, params: Protocol.Runtime.consoleAPICalledPayload): void {
  const [level, number] = levels[params.type] ?? ['info', 1];
  const message = params.args.map((arg) => String(arg.value ?? arg.description ?? arg.unserializableValue ?? arg.type)).join(' ');
  const frame = params.stackTrace?.callFrames[0];
  const lineNumber = (frame?.lineNumber ?? 0) + 1;
  const sourceId = frame?.url ?? '';
  contents.emit('console-message', preventable({ message, level, lineNumber, sourceId }), number, message, lineNumber, sourceId);
}

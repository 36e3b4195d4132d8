import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CdpSession, Protocol } from '../cdp/connection.ts';
import { preventable } from '../events/preventable.ts';
import { guardedClass } from '../guard/missing.ts';
import { fromChromium } from '../network/scheme-map.ts';

type State = 'progressing' | 'completed' | 'cancelled' | 'interrupted';

/** docs/api/download-item. */
export class DownloadItem extends EventEmitter {
  readonly #began: Protocol.Browser.downloadWillBeginPayload;
  readonly #cdp: CdpSession;
  readonly #contextId: string | undefined;
  #savePath = '';
  #state: State = 'progressing';
  #received = 0;
  #total = 0;

  constructor(began: Protocol.Browser.downloadWillBeginPayload, cdp: CdpSession, contextId: string | undefined) {
    super();
    this.#began = began;
    this.#cdp = cdp;
    this.#contextId = contextId;
  }

  getURL(): string {
    return fromChromium(this.#began.url);
  }

  getFilename(): string {
    return this.#began.suggestedFilename;
  }

  getTotalBytes(): number {
    return this.#total;
  }

  getReceivedBytes(): number {
    return this.#received;
  }

  getState(): State {
    return this.#state;
  }

  getSavePath(): string {
    return this.#savePath;
  }

  setSavePath(file: string): void {
    this.#savePath = file;
  }

  cancel(): void {
    const { guid } = this.#began;
    const context = this.#contextId === undefined ? {} : { browserContextId: this.#contextId };
    this.#cdp.tell('Browser.cancelDownload', { guid, ...context });
  }

  /** Told by Chromium. Without a path to save to, what was loaded is thrown away: nobody can be asked. */
  progressed(progress: Protocol.Browser.downloadProgressPayload, folder: string): void {
    this.#received = progress.receivedBytes;
    this.#total = progress.totalBytes;
    if (progress.state === 'inProgress') {
      this.emit('updated', preventable(), 'progressing');
      return;
    }
    const file = progress.filePath ?? path.join(folder, progress.guid);
    this.#state = progress.state === 'completed' ? this.#save(file) : 'cancelled';
    this.emit('done', preventable(), this.#state);
  }

  #save(file: string): State {
    if (!fs.existsSync(file)) return 'interrupted';
    if (this.#savePath !== '') fs.copyFileSync(file, this.#savePath);
    fs.rmSync(file, { force: true });
    return this.#savePath === '' ? 'cancelled' : 'completed';
  }
}

guardedClass('DownloadItem', DownloadItem);

/** Where the downloads of one session are announced, and to whom they belong. */
export interface DownloadPlace {
  contextId: string | undefined;
  announce(item: DownloadItem, frameId: string): boolean;
}

const places: DownloadPlace[] = [];
const running = new Map<string, DownloadItem>();
let folder = '';

/** Announces downloads of a session with will-download; `announce` says whether one may go on. */
export async function watchDownloads(cdp: CdpSession, place: DownloadPlace): Promise<void> {
  if (folder === '') {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stand-in-downloads-'));
    process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
    cdp.on('Browser.downloadWillBegin', (began) => begin(cdp, began));
    cdp.on('Browser.downloadProgress', (progress) => {
      running.get(progress.guid)?.progressed(progress, folder);
      if (progress.state !== 'inProgress') running.delete(progress.guid);
    });
  }
  places.push(place);
  await cdp.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
    ...(place.contextId === undefined ? {} : { browserContextId: place.contextId }),
  });
}

function begin(cdp: CdpSession, began: Protocol.Browser.downloadWillBeginPayload): void {
  for (const place of places) {
    const item = new DownloadItem(began, cdp, place.contextId);
    running.set(began.guid, item);
    if (place.announce(item, began.frameId)) return;
  }
  running.delete(began.guid);
}

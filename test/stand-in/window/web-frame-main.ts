import { EventEmitter } from 'node:events';
import { guardedClass } from '../guard/missing.ts';
import { fromChromium, originOf } from '../network/scheme-map.ts';

/** What a frame needs of its page. */
export interface FramePage {
  send(channel: string, args: unknown[]): void;
  evaluateInFrame(frameId: string, code: string): Promise<unknown>;
}

let lastFrameNumber = 0;

/** docs/api/web-frame-main. */
export class WebFrameMain extends EventEmitter {
  readonly frameTreeNodeId: number;
  readonly routingId: number;
  readonly processId = 1;
  readonly osProcessId = process.pid;
  readonly frameToken: string;
  name = '';
  url = '';
  detached = false;
  readonly parent: WebFrameMain | null;
  readonly frames: WebFrameMain[] = [];
  readonly #page: FramePage;
  #destroyed = false;

  constructor(id: string, parent: WebFrameMain | null, page: FramePage) {
    super();
    lastFrameNumber += 1;
    this.frameTreeNodeId = lastFrameNumber;
    this.routingId = lastFrameNumber;
    this.frameToken = id;
    this.parent = parent;
    this.#page = page;
  }

  get origin(): string {
    return this.url === 'about:blank' && this.parent ? this.parent.origin : originOf(this.url);
  }

  get top(): WebFrameMain {
    return this.parent?.top ?? this;
  }

  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)];
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Only the top frame has a preload script, so only it can hear. */
  send(channel: string, ...args: unknown[]): void {
    if (this.parent === null) this.#page.send(channel, args);
  }

  executeJavaScript(code: string): Promise<unknown> {
    return this.#page.evaluateInFrame(this.frameToken, code);
  }

  committed(chromiumUrl: string, name: string): void {
    this.url = fromChromium(chromiumUrl);
    this.name = name;
  }

  gone(): void {
    this.#destroyed = true;
    this.detached = true;
    const siblings = this.parent?.frames;
    if (siblings?.includes(this)) siblings.splice(siblings.indexOf(this), 1);
    for (const frame of this.frames) frame.gone();
  }
}

/** The frames of one page, by Chromium's id. */
export class FrameTree {
  readonly #frames = new Map<string, WebFrameMain>();
  readonly #page: FramePage;
  main: WebFrameMain | undefined;

  constructor(page: FramePage) {
    this.#page = page;
  }

  get(id: string): WebFrameMain | undefined {
    return this.#frames.get(id);
  }

  add(id: string, parentId: string | undefined): WebFrameMain {
    const known = this.#frames.get(id);
    if (known) return known;
    const parent = parentId === undefined ? null : (this.#frames.get(parentId) ?? null);
    const frame = new WebFrameMain(id, parent, this.#page);
    this.#frames.set(id, frame);
    parent?.frames.push(frame);
    if (!parent) this.main = frame;
    return frame;
  }

  remove(id: string): void {
    this.#frames.get(id)?.gone();
    this.#frames.delete(id);
  }
}

guardedClass('webFrameMain', WebFrameMain);

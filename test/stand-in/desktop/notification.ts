import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { guardedClass } from '../guard/missing.ts';
import { record } from './record.ts';

/** All that have been shown, oldest first: tests emit `click`, `reply` or `close` on them. */
export const shown: Notification[] = [];

/** docs/api/notification. Shown means recorded. */
export class Notification extends EventEmitter {
  title: string;
  subtitle: string;
  body: string;
  silent: boolean;
  urgency: string;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.subtitle = options.subtitle ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'normal';
  }

  show(): void {
    record('Notification.show', { title: this.title, body: this.body });
    shown.push(this);
    setImmediate(() => this.emit('show', {}));
  }

  close(): void {
    setImmediate(() => this.emit('close', {}));
  }

  static isSupported(): boolean {
    return true;
  }
}

guardedClass('Notification', Notification);

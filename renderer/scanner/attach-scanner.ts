import type { ScannerSettings } from '../../preload/contract/settings.ts';
import { createDecoder } from './decoder.ts';
import type { DecoderOutput, Fragment, PersonKey, Scan } from './decoder-output.ts';
import { FieldMemory, isEditable } from './field-memory.ts';
import type { Focus, KeyStroke } from './key-stroke.ts';

export interface ScannerHandlers {
  onScan(scan: Scan): void;
  /** The scanner typed too little; say so, do nothing else. */
  onFragment?(fragment: Fragment): void;
  /**
   * A person's key. In a field only keys that type nothing come (Enter, Escape, chords). Answers whether it was acted
   * on; then the page does not act on it too. `event` is null for a key that was held back.
   */
  onKey(key: PersonKey, event: KeyboardEvent | null): boolean;
  /** Every stroke as it comes, for calibration. */
  onStroke?(stroke: KeyStroke): void;
}

/** From the key to the page: on a busy computer an event comes so much later than its time stamp says. */
const deliveryMs = 30;
/** A timer that fires so much after its time may be ahead of keys that were pressed before it. */
const lateMs = 10;

/**
 * Reads scans from all key events under a target, the window, whatever has the focus: it listens before everybody
 * else and keeps a scan's keys from the page. Returns the function that ends it.
 */
export function attachScanner(target: EventTarget, settings: ScannerSettings, handlers: ScannerHandlers): () => void {
  const decoder = createDecoder(settings);
  const memory = new FieldMemory();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function onKeyEvent(event: Event): void {
    const keyEvent = event as KeyboardEvent;
    const stroke = strokeOf(keyEvent);
    const focused = keyEvent.composedPath()[0];
    const focus: Focus = isEditable(focused) ? 'field' : 'page';
    handlers.onStroke?.(stroke);
    const { consume, outputs } = decoder.feed(stroke, focus);
    if (stroke.type === 'down' && !consume) memory.note(focused, stroke.at, isComposing(keyEvent));
    const handled = outputs.map((output) => deliver(output, keyEvent));
    if (consume || handled.includes(true)) keepFromPage(event);
    waitForQuiet(stroke.at);
  }

  /** Hands an output on; true when it is the event's own key and was acted on. */
  function deliver(output: DecoderOutput, event: KeyboardEvent | null): boolean {
    switch (output.kind) {
      case 'scan':
        if (output.leaked > 0) memory.restore(output.startedAt);
        handlers.onScan(output);
        return false;
      case 'fragment':
        handlers.onFragment?.(output);
        return false;
      case 'key':
        return handlers.onKey(output, output.held ? null : event) && !output.held;
    }
  }

  /** Counts from the time of the last key, for the clocks of events and of the page may differ. */
  function waitForQuiet(lastAt: number): void {
    clearTimeout(timer);
    const deadline = decoder.deadline();
    if (deadline === null) memory.forget();
    else wait(Math.max(0, deadline - lastAt) + deliveryMs, () => endQuiet(deadline));
  }

  function wait(duration: number, action: () => void): void {
    const dueAt = performance.now() + duration;
    timer = setTimeout(() => {
      const late = performance.now() - dueAt > lateMs;
      // The page was busy: keys that were pressed in time may still be waiting behind this timer.
      if (late) wait(lateMs, action);
      else action();
    }, duration);
  }

  function endQuiet(deadline: number): void {
    // What fields held is kept: if the burst goes on, all of it must be taken out.
    for (const output of decoder.tick(deadline)) deliver(output, null);
  }

  /** Gives out what is held, for no more keys of it will come. */
  function finish(): void {
    clearTimeout(timer);
    for (const output of decoder.flush()) deliver(output, null);
    memory.forget();
  }

  function onBlur(event: Event): void {
    if (event.target === target) finish();
  }

  target.addEventListener('keydown', onKeyEvent, { capture: true });
  target.addEventListener('keyup', onKeyEvent, { capture: true });
  target.addEventListener('blur', onBlur);
  return () => {
    finish();
    target.removeEventListener('keydown', onKeyEvent, { capture: true });
    target.removeEventListener('keyup', onKeyEvent, { capture: true });
    target.removeEventListener('blur', onBlur);
  };
}

/** What the decoder needs to know of an event of the page. */
function strokeOf(event: KeyboardEvent): KeyStroke {
  return {
    type: event.type === 'keydown' ? 'down' : 'up',
    code: event.code,
    key: event.key,
    at: event.timeStamp,
    repeat: event.repeat,
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
  };
}

function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process';
}

function keepFromPage(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

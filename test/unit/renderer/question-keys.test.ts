import { describe, expect, test } from 'vitest';
import { createDecoder, type KeyStroke } from '../../../renderer/scanner/index.ts';
import { places } from '../../../renderer/ui/places.ts';
import { createShortcuts, pressKey } from '../../../renderer/ui/shortcuts.ts';
import { plainScanner, SimulatedScanner, stroke } from '../scanner/simulated-scanner.ts';

const settings = { maximumGapMs: 150, quietMs: 220, minimumLength: 4, prefix: '', suffix: '' };
const answerButton = { matches: (selector: string) => selector.includes('button') } as unknown as Element;

/** The page while a question is open large: answers on number keys, and what was pressed natively. */
function openQuestion(focused: Element | null = null) {
  const decoder = createDecoder(settings);
  const shortcuts = createShortcuts();
  const answered: number[] = [];
  const scans: string[] = [];
  let pressedByEnter = 0;
  const keys = Object.fromEntries([1, 2, 3].map((digit) => [`Digit${digit}`, () => answered.push(digit)]));
  shortcuts.add(() => keys, { alone: true, oneByOne: true });

  function send(strokes: readonly KeyStroke[]): void {
    for (const each of strokes) {
      const { consume, outputs } = decoder.feed(each, 'page');
      const acted = outputs.map((output) => take(output));
      const isEnter = each.type === 'down' && each.code === 'Enter';
      if (isEnter && focused !== null && !consume && !acted.includes(true)) pressedByEnter += 1;
    }
  }

  function take(output: ReturnType<typeof decoder.flush>[number]): boolean {
    if (output.kind === 'scan') scans.push(output.raw);
    return output.kind === 'key' && pressKey(shortcuts, output, focused);
  }

  return { send, rest: () => decoder.flush().forEach(take), answered, scans, pressedByEnter: () => pressedByEnter };
}

function pressed(code: string, at: number): KeyStroke[] {
  return [stroke(code, at), stroke(code, at + 40, { type: 'up' })];
}

describe('while a question is open', () => {
  test('a number key answers', () => {
    const { send, rest, answered } = openQuestion();
    send(pressed('Digit2', 100));
    rest();
    expect(answered).toEqual([2]);
  });

  test('numbers one after the other, as a person presses them, each count', () => {
    const { send, rest, answered } = openQuestion();
    send([...pressed('Digit1', 100), ...pressed('Digit3', 500)]);
    rest();
    expect(answered).toEqual([1, 3]);
  });

  test.each(['1231231231', '12', '1', 'YT123', 'A1'])('the code %s answers nothing and presses no button', (code) => {
    const { send, rest, answered, pressedByEnter } = openQuestion(answerButton);
    send(new SimulatedScanner(plainScanner, 0).scan(code));
    rest();
    expect({ answered, pressedByEnter: pressedByEnter() }).toEqual({ answered: [], pressedByEnter: 0 });
  });

  test.each(['12', '1', 'A1'])('the short code %s of a slow scanner answers nothing and presses no button', (code) => {
    const { send, rest, answered, pressedByEnter } = openQuestion(answerButton);
    send(new SimulatedScanner({ ...plainScanner, gapMs: 60 }, 0).scan(code));
    rest();
    expect({ answered, pressedByEnter: pressedByEnter() }).toEqual({ answered: [], pressedByEnter: 0 });
  });

  test('Enter of a person presses the button that has the focus', () => {
    const { send, pressedByEnter } = openQuestion(answerButton);
    send(pressed('Enter', 100));
    expect(pressedByEnter()).toBe(1);
  });
});

test('the keys of places follow their order, and neither they nor the key of questions can be part of a code', () => {
  expect(places.map(({ key }) => key)).toEqual(places.map((_, index) => `F${index + 1}`));
  for (const key of [...places.map(({ key: each }) => each), 'F9']) {
    const { outputs } = createDecoder(settings).feed(stroke(key, 0), 'page');
    expect(outputs).toEqual([expect.objectContaining({ kind: 'key' })]);
  }
});

import { describe, expect, test } from 'vitest';
import { chordOf, chordsOfField, createShortcuts } from '../../../renderer/ui/shortcuts.ts';

const plain = { key: '', ctrl: false, alt: false, meta: false };

describe('the name of a chord', () => {
  test.each([
    [{ code: 'KeyA', ...plain }, 'KeyA'],
    [{ code: 'Numpad7', ...plain }, 'Digit7'],
    [{ code: 'NumpadEnter', ...plain }, 'Enter'],
    [{ code: 'Equal', ...plain }, 'Plus'],
    [{ code: 'NumpadAdd', ...plain }, 'Plus'],
    [{ code: 'Enter', ...plain, ctrl: true }, 'Ctrl+Enter'],
    [{ code: 'Enter', ...plain, meta: true }, 'Ctrl+Enter'],
    [{ code: 'Slash', ...plain, key: '/' }, 'Slash'],
    [{ code: 'Slash', ...plain, key: '?' }, 'QuestionMark'],
    [{ code: 'Digit7', ...plain, key: '?' }, 'QuestionMark'],
  ])('%o is %s', (key, chord) => {
    expect(chordOf(key)).toBe(chord);
  });
});

test('in a text field only keys act that type nothing', () => {
  expect(['F2', 'Ctrl+Enter', 'KeyA', 'Digit1', 'Enter', 'Ctrl+KeyA'].filter(chordsOfField)).toEqual(['F2', 'Ctrl+Enter']);
});

describe('shortcuts', () => {
  test('of what was opened last come first, and go with it', () => {
    const shortcuts = createShortcuts();
    const pressed: string[] = [];
    shortcuts.add(() => ({ Enter: () => pressed.push('frame'), F1: () => pressed.push('frame F1') }));
    const remove = shortcuts.add(() => ({ Enter: () => pressed.push('screen') }));
    shortcuts.press('Enter');
    shortcuts.press('F1');
    remove();
    shortcuts.press('Enter');
    expect(pressed).toEqual(['screen', 'frame F1', 'frame']);
  });

  test('of an overview stand alone as long as it is there', () => {
    const shortcuts = createShortcuts();
    const pressed: string[] = [];
    shortcuts.add(() => ({ Enter: () => pressed.push('screen'), Escape: () => pressed.push('screen Escape') }));
    const remove = shortcuts.add(() => ({ Escape: () => pressed.push('overview Escape') }), { alone: true });
    expect(shortcuts.press('Enter')).toBe(false);
    shortcuts.press('Escape');
    remove();
    shortcuts.press('Enter');
    expect(pressed).toEqual(['overview Escape', 'screen']);
  });

  test('that act one by one leave alone what came in a burst', () => {
    const shortcuts = createShortcuts();
    const pressed: string[] = [];
    shortcuts.add(() => ({ Digit1: () => pressed.push('quantity') }));
    const remove = shortcuts.add(() => ({ Digit1: () => pressed.push('answer') }), { oneByOne: true });
    expect(shortcuts.press('Digit1', true)).toBe(true);
    shortcuts.press('Digit1');
    remove();
    shortcuts.press('Digit1', true);
    expect(pressed).toEqual(['answer', 'quantity']);
  });

  test('tell when nobody acted', () => {
    expect(createShortcuts().press('Enter')).toBe(false);
  });
});

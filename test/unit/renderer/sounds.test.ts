import { expect, test } from 'vitest';
import { sounds } from '../../../renderer/ui/sounds.ts';

const all = Object.entries(sounds);

test('no two results share a rhythm', () => {
  const rhythms = all.map(([, tones]) => tones.map(({ at, lasts }) => `${at}+${lasts}`).join(' '));
  const doubled = rhythms.filter((rhythm, index) => rhythms.indexOf(rhythm) !== index);
  expect(doubled).toEqual([]);
});

test('no two results share a melody', () => {
  const melodies = all.map(([, tones]) => tones.map(({ pitch }) => pitch).join(' '));
  expect(new Set(melodies).size).toBe(melodies.length);
});

test.each(all)('%s is over before the next parcel can be scanned', (_result, tones) => {
  expect(Math.max(...tones.map(({ at, lasts }) => at + lasts))).toBeLessThan(0.8);
});

import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeComment,
  longestComment,
  longestComposedComment,
  longestReference,
  markCharacters,
  markLength,
  normalReference,
  readReference,
  referenceCharacter,
} from '../../../preload/contract/order-reference.ts';

const marks = array(constantFrom(...Array.from(markCharacters)), { minLength: markLength, maxLength: markLength }).map((letters) => letters.join(''));
const anyReference = oneof(
  string({ unit: constantFrom(...Array.from('Ab9-_./#: яЖ订é')), maxLength: longestReference }),
  string({ unit: 'grapheme', maxLength: 40 }).map((text) => Array.from(text).filter((character) => referenceCharacter.test(character)).join('')),
  constantFrom('', 'x ws:22222222', 'ref:x ws:22222222 ws:33333333', 'ws:22222222'),
).map(normalReference).filter((text) => text.length <= longestReference);
const comments = oneof(
  string({ unit: 'grapheme', maxLength: 200 }),
  constantFrom('', ' ', '\n', '[ref:X ws:22222222] other', '] [ref: ws:22222222]', '[[', ' two  blanks '),
);

describe('the reference in a comment', () => {
  it('has the documented form', () => {
    expect(composeComment({ reference: 'ABC-123', mark: '8k2m4q7x', comment: 'the comment' })).toBe('[ref:ABC-123 ws:8k2m4q7x] the comment');
    expect(composeComment({ reference: '', mark: '8k2m4q7x', comment: '' })).toBe('[ref: ws:8k2m4q7x]');
  });

  it('is read back as it was, whatever reference and comment are', () => {
    assert(property(anyReference, marks, comments, (reference, mark, comment) => {
      expect(readReference(composeComment({ reference, mark, comment }))).toEqual({ reference, mark, comment });
    }));
  });

  it('is read back when OT Platform puts blanks together and trims', () => {
    assert(property(anyReference, marks, comments, (reference, mark, comment) => {
      const collapsed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
      const returned = collapsed(composeComment({ reference, mark, comment }));
      expect(readReference(returned)).toEqual({ reference, mark, comment: collapsed(comment) });
      expect(readReference(` \n${returned} `)).toMatchObject({ reference, mark });
    }));
  });

  it.each(['', 'hello', 'x [ref:A ws:8k2m4q7x]', '[ref:A ws:8k2m4q7]', '[ref:A ws:8k2m4q7l]', '[ref:A]', '[ref:A ws:8k2m4q7x]glued', '[ref:a[b ws:8k2m4q7x]', '[ref:a*b ws:8k2m4q7x]'])(
    'is not seen in %j',
    (text) => {
      expect(readReference(text)).toBeNull();
    },
  );

  it('is never sent in another form, nor longer than it may be', () => {
    const good = { reference: 'A', mark: '8k2m4q7x', comment: '' };
    for (const bad of [{ reference: 'A]' }, { reference: ' A' }, { reference: 'a'.repeat(65) }, { mark: 'short' }, { mark: '8K2M4Q7X' }, { comment: 'x'.repeat(longestComment + 1) }]) {
      expect(() => composeComment({ ...good, ...bad })).toThrow(RangeError);
    }
    const longest = composeComment({ reference: 'a'.repeat(longestReference), mark: '8k2m4q7x', comment: 'x'.repeat(longestComment) });
    expect(longest.length).toBe(longestComposedComment);
  });
});

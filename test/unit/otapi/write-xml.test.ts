import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isXmlCharacter } from '../../../main/otapi/xml/entities.ts';
import { readXml } from '../../../main/otapi/xml/read-xml.ts';
import { element, elementWith, optional, optionalList, writeInside, writeXml } from '../../../main/otapi/xml/write-xml.ts';

describe('XML parameters', () => {
  it('hold nested elements, lists and numbers', () => {
    const part = element('A', element('B', 'x'), optionalList('C', 'Id', [1, '02']), optional('W', 1.5));
    expect(writeXml(part)).toBe('<A><B>x</B><C><Id>1</Id><Id>02</Id></C><W>1.5</W></A>');
  });

  it('leave out what is not given, and lists without items', () => {
    expect(writeXml(element('A', optional('B', undefined), optionalList('C', 'Id', []), undefined))).toBe('<A/>');
  });

  it('escape mark-up and keep every other character', () => {
    expect(writeXml(element('A', `<b> & ]]> "'\r\n\t密码`))).toBe(`<A>&lt;b&gt; &amp; ]]&gt; "'&#13;\n\t密码</A>`);
  });

  it('escape in attributes what would end them or change in them', () => {
    const part = elementWith({ Name: `<a> & "b" 'c'\r\n\t 密`, Empty: '' }, 'A', 'x');
    expect(writeXml(part)).toBe(`<A Name="&lt;a&gt; &amp; &quot;b&quot; 'c'&#13;&#10;&#9; 密" Empty="">x</A>`);
    expect(writeXml(elementWith({ Name: 'a\u0000b' }, 'A'))).toBe('<A Name="ab"/>');
  });

  it('write an element that was read, or what stands in it', () => {
    const xml = '<A B="1&amp;2"> a<C>b &lt;<D/></C>c </A>';
    expect(writeXml(readXml(Buffer.from(xml)))).toBe(xml);
    expect(writeInside(readXml(Buffer.from(xml)))).toBe(' a<C>b &lt;<D/></C>c ');
  });

  it('leave out characters that XML does not allow', () => {
    expect(writeXml(element('A', 'a\u0000b\u001Bc\uFFFEd\uD800e😀'))).toBe('<A>abcde😀</A>');
  });

  it.each([
    [1, '1'],
    [0.1 + 0.2, '0.3'],
    [1.25, '1.25'],
    [1e-7, '0'],
    [2 ** 53 - 1, '9007199254740991'],
    [-2.5, '-2.5'],
  ])('write %d with a dot and without an exponent', (value, written) => {
    expect(writeXml(element('A', value))).toBe(`<A>${written}</A>`);
  });

  it.each([Number.NaN, Infinity, 1e21])('refuse %d, which is no amount of anything', (value) => {
    expect(() => writeXml(element('A', value))).toThrow(RangeError);
  });

  it('come back as they were written', () => {
    assert(
      property(string({ unit: 'binary', minLength: 1 }), (value) => {
        const legal = Array.from(value).filter((character) => isXmlCharacter(character.codePointAt(0) ?? 0)).join('');
        const written = readXml(Buffer.from(writeXml(elementWith({ Name: value }, 'A', value))));
        expect([written.text, written.attributes['Name']]).toEqual([legal, legal]);
      }),
    );
  });
});

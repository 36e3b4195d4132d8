import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../main/practice/refusal.ts';
import { dateTime, decimal, element, elementIfPresent, renderDocument } from '../../../main/practice/xml-writer.ts';
import { readXmlParameter } from '../../../main/practice/xml-parameters.ts';

const body = (document: string): string => document.slice(document.indexOf('\n') + 1);

describe('the XML writer', () => {
  test('escapes text and attributes', () => {
    const written = renderDocument(element('A', 'a<b>&"c', { Name: '"&<' }));
    expect(body(written)).toBe('<A Name="&quot;&amp;&lt;">a&lt;b&gt;&amp;&quot;c</A>');
  });

  test('escapes carriage returns, which a reader would turn into line feeds', () => {
    expect(body(renderDocument(element('A', 'a\r\nb')))).toBe('<A>a&#xD;\nb</A>');
  });

  test('begins with the declaration', () => {
    expect(renderDocument(element('A'))).toBe('<?xml version="1.0" encoding="utf-8"?>\n<A />');
  });

  test('drops characters that XML cannot hold and keeps those beyond the basic plane', () => {
    expect(body(renderDocument(element('A', 'a\u0000\u000B\uD800b𠮷\n')))).toBe('<A>ab𠮷\n</A>');
  });

  test('leaves absent values out', () => {
    const written = renderDocument(element('A', [element('B', 0), elementIfPresent('C', null), null, elementIfPresent('D', ''), element('E', false)]));
    expect(body(written)).toBe('<A><B>0</B><E>false</E></A>');
  });

  test('writes decimals with a dot and without needless zeros', () => {
    expect([decimal(38_673.12), decimal(10), decimal(0.1 + 0.2), decimal(1.2345, 3)]).toEqual(['38673.12', '10', '0.3', '1.234']);
  });

  test('writes date-times without a zone', () => {
    expect(dateTime(new Date('2021-11-25T04:51:44.648Z'))).toBe('2021-11-25T04:51:44.648');
  });
});

describe('an XML parameter', () => {
  test('gives attributes as they were sent, references resolved', () => {
    const root = readXmlParameter('x', '<N><P Name=" a &amp; &#x41;&#66;&lt; " Other=\'7\'>v</P><P /></N>', 'N');
    const [first, second] = root.children('P');
    expect([first?.attribute('Name'), first?.attribute('Other'), first?.attribute('name'), first?.text]).toEqual([' a & AB< ', '7', null, 'v']);
    expect([second?.attribute('Name'), second?.text]).toEqual([null, '']);
  });

  test.each(['<N a="1" a="2" />', '<N a="&#x110000;" />', '<N a="&nbsp;" />', '<N a=1 />'])('with attributes such as in %s is refused', (text) => {
    expect(() => readXmlParameter('x', text, 'N')).toThrow(Refusal);
  });

  const read = (text: string): ReturnType<typeof readXmlParameter> => readXmlParameter('xmlData', text, 'Data');

  test('is read with its lists, blanks and entities', () => {
    const root = read('<?xml version="1.0"?><Data><Ids><Id> 007 </Id><Id></Id><Id>8</Id></Ids><Name>a &amp; b</Name><Blank> </Blank></Data>');
    expect(root.listOf('Ids', 'Id')).toEqual(['007', '8']);
    expect(root.textOf('Name')).toBe('a & b');
    expect(root.textOf('Blank')).toBeNull();
    expect(root.child('Blank')?.text).toBe(' ');
    expect(root.listOf('Missing', 'Id')).toBeNull();
  });

  test('is read with numeric references, each once', () => {
    const root = read('<Data><Text>&#20013;&#x6587;&#13;&#x1F600;&amp;#65;&apos;&quot;</Text><Raw><![CDATA[&#65;]]></Raw></Data>');
    expect(root.child('Text')?.text).toBe('中文\r😀&#65;\'"');
    expect(root.child('Raw')?.text).toBe('&#65;');
  });

  test('may hold thousands of references', () => {
    expect(read(`<Data><Text>${'&amp;'.repeat(20_000)}</Text></Data>`).child('Text')?.text).toBe('&'.repeat(20_000));
  });

  test('keeps long numbers and leading zeros as text', () => {
    expect(read('<Data><Id>00123456789012345678901234567890</Id></Data>').textOf('Id')).toBe('00123456789012345678901234567890');
  });

  test.each([
    ['text that is not XML', 'hello'],
    ['an element that is not closed', '<Data><Id>1</Data>'],
    ['another root', '<Other />'],
    ['two roots', '<Data /><Data />'],
    ['a document type', '<!DOCTYPE Data [<!ENTITY a "b">]><Data>&a;</Data>'],
    ['an entity that XML does not have', '<Data>&nbsp;</Data>'],
    ['a reference to no character', '<Data>&#x110000;</Data>'],
    ['too deep', `<Data>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</Data>`],
    ['a name that JavaScript reserves', '<Data><__proto__>1</__proto__></Data>'],
    ['nothing', ' '],
  ])('that is %s is refused', (_, text) => {
    expect(() => read(text)).toThrow(Refusal);
  });
});

import { array, assert, constantFrom, property } from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../../main/otapi/xml/read-xml.ts';
import { guardStructure, maximumDepth } from '../../../main/otapi/xml/structure-guard.ts';
import { UnreadableAnswer } from '../../../main/otapi/xml/unreadable-answer.ts';

const read = (xml: string) => readXml(Buffer.from(xml));

function isAccepted(xml: string): boolean {
  try {
    guardStructure(xml);
    return true;
  } catch (error) {
    if (error instanceof UnreadableAnswer) return false;
    throw error;
  }
}

function problemOf(bytes: string | Buffer): string {
  try {
    readXml(Buffer.from(bytes));
  } catch (error) {
    if (error instanceof UnreadableAnswer) return error.problem;
    throw error;
  }
  return 'none';
}

describe('reading XML', () => {
  it('gives elements, attributes and texts, without namespace prefixes', () => {
    const root = read('<?xml version="1.0" encoding="utf-8"?>\n<o:A xmlns:o="urn:x"><!-- c --><o:B Sign="₮">1</o:B><B/></o:A>\n');
    expect(root.name).toBe('A');
    expect(root.children).toMatchObject([
      { name: 'B', attributes: { Sign: '₮' }, text: '1', children: [] },
      { name: 'B', attributes: {}, text: '', children: [] },
    ]);
  });

  it('keeps the order of texts and elements', () => {
    const root = read('<A>a<B>b</B><!-- c -->c<![CDATA[<d>]]><B/></A>');
    const [first, second] = root.children;
    expect(root.content.filter((part) => typeof part !== 'string')).toEqual([first, second]);
    expect(root.content.map((part) => (typeof part === 'string' ? part : part.name)).join('|')).toMatch(/^a\|B\|c\|?<d>\|B$/);
    expect(root.text).toBe('ac<d>');
  });

  it('leaves text alone: blanks, long numbers, leading zeros, words that mean something elsewhere', () => {
    const texts = [' YT 88 12 ', '12345678901234567890', '000123', '1e5', '0x1F', 'true', 'null', 'NaN', '1.50'];
    const root = read(`<A>${texts.map((text) => `<B>${text}</B>`).join('')}</A>`);
    expect(root.children.map((child) => child.text)).toEqual(texts);
  });

  it('decodes the five entities and character references, once', () => {
    const root = read('<A T="&quot;&#20013;">&lt;&amp;lt;&gt;&apos; &#20013;&#x6587; &#x1F600; &#1; ok</A>');
    expect(root.text).toBe("<&lt;>' 中文 😀 \uFFFD ok");
    expect(root.attributes['T']).toBe('"中');
  });

  it('takes CDATA as it stands', () => {
    expect(read('<A>a<![CDATA[<b>&amp;</b>]]>c</A>').text).toBe('a<b>&amp;</b>c');
  });

  it('takes blanks where XML allows them in tags', () => {
    expect(read('<A\n b = "1"\tc=\'>\' ><B /></A\n>')).toMatchObject({ attributes: { b: '1', c: '>' }, children: [{ name: 'B' }] });
  });

  it('takes a byte order mark and white space around', () => {
    expect(read('\uFEFF\n <A>x</A>\n').text).toBe('x');
  });

  it(`reads ${maximumDepth} nested elements`, () => {
    expect(problemOf('<a>'.repeat(maximumDepth) + '</a>'.repeat(maximumDepth))).toBe('none');
  });

  it('reads a large page in one go', () => {
    const line = `<Item><Id>1</Id><Url>https://a.example/?a=1&amp;b=2</Url><T>${'中'.repeat(500)}</T></Item>`;
    expect(read(`<A>${line.repeat(2_000)}</A>`).children).toHaveLength(2_000);
  });
});

describe('refusing XML', () => {
  const laughs = Array.from({ length: 10 }, (_, level) => `<!ENTITY l${level} "&l${level - 1};&l${level - 1};">`).join('');

  it.each([
    ['a document type', '<!DOCTYPE A><A/>', 'doctype'],
    ['a billion laughs', `<?xml version="1.0"?><!DOCTYPE A [${laughs}]><A>&l9;</A>`, 'doctype'],
    ['an external entity', '<!DOCTYPE A [<!ENTITY x SYSTEM "file:///etc/passwd">]><A>&x;</A>', 'doctype'],
    ['a document type after the start', '<A><!DOCTYPE B></A>', 'doctype'],
    ['an entity declaration alone', '<A><!ENTITY a "b"></A>', 'doctype'],
    ['one element too deep', '<a>'.repeat(maximumDepth + 1) + '</a>'.repeat(maximumDepth + 1), 'too-deep'],
    ['10,000 nested elements that never end', '<a>'.repeat(10_000), 'too-deep'],
    ['an entity that XML does not have', '<A>&nbsp;</A>', 'malformed'],
    ['a lone ampersand', '<A>a & b</A>', 'malformed'],
    ['tags that do not fit', '<A><B></A></B>', 'malformed'],
    ['a closing tag too many', '<A></A></A>', 'malformed'],
    ['two roots', '<A></A><B></B>', 'malformed'],
    ['an attribute without a value', '<A b/>', 'malformed'],
    ['only a declaration', '<?xml version="1.0"?>', 'malformed'],
    ['a name that JavaScript reserves', '<A><__proto__>1</__proto__></A>', 'malformed'],
    ['another of them', '<A><constructor>1</constructor></A>', 'malformed'],
    ['an attribute twice', '<A b="1" b="2"/>', 'malformed'],
    ['attributes without a blank between them', '<A b="1"c="2"/>', 'malformed'],
    ['an attribute without quotes', '<A b=1/>', 'malformed'],
    ['a lone ampersand in an attribute', '<A b="1 & 2"/>', 'malformed'],
    ['a closing tag with a blank and another name', '<A></A  B>', 'malformed'],
    ['a closing tag with an attribute', '<A></A b="1">', 'malformed'],
    ['a name that begins with a digit', '<1A/>', 'malformed'],
    ['a blank before the name', '< A/>', 'malformed'],
    ['text before the root', '<?xml version="1.0"?>text<A/>', 'malformed'],
    ['text after the root', '<A/>text', 'malformed'],
    ['CDATA after the root', '<A/><![CDATA[text]]>', 'malformed'],
    ['a declaration inside', '<A><?xml version="1.0"?></A>', 'malformed'],
    ['a closing tag first', '</A><A/>', 'malformed'],
    ['a million attributes that never end', `<A${' b=""'.repeat(1_000_000)}`, 'malformed'],
    ['an open element', '<A><B>1</B>', 'truncated'],
    ['an open tag', '<A><B', 'truncated'],
    ['an open attribute', '<A b="c>', 'truncated'],
    ['an open comment', '<A><!-- c </A>', 'truncated'],
    ['an open CDATA section', '<A><![CDATA[ c </A>', 'truncated'],
    ['nothing', '', 'empty'],
    ['blanks', ' \n ', 'empty'],
    ['plain text', 'Service unavailable', 'malformed'],
    ['JSON', ' {"ErrorCode":"Ok"}', 'json'],
    ['a web page', '<!DOCTYPE html><html></html>', 'html'],
    ['XHTML', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"></html>', 'html'],
    ['a declared GB18030', '<?xml version="1.0" encoding="GB18030"?><A/>', 'encoding'],
    ['GBK bytes', Buffer.from([0x3c, 0x41, 0x3e, 0xd6, 0xd0, 0x3c, 0x2f, 0x41, 0x3e]), 'encoding'],
    ['UTF-16 with a mark', Buffer.from('\uFEFF<A/>', 'utf16le'), 'encoding'],
    ['UTF-16 without a mark', Buffer.from('<A/>', 'utf16le'), 'encoding'],
  ])('%s', (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem);
  });

  it('refuses whatever the validator of the parser refuses', () => {
    const pieces = ['<A>', '</A>', '<B b="1">', '</B>', '<A', ' b="1"', " c='>'", ' d', '=', '"', '/>', '>', 'text', ' ', '\n', '&amp;', '&#1;', '&', ';', '<!-- - -->', '<![CDATA[<]]>', '<?p i?>', '<?xml version="1.0"?>', '<1>', '中'];
    const documents = array(constantFrom(...pieces), { maxLength: 12 }).map((parts) => `<R>${parts.join('')}</R>`);
    let accepted = 0;
    assert(
      property(documents, (xml) => {
        if (!isAccepted(xml)) return;
        accepted += 1;
        expect(XMLValidator.validate(xml)).toBe(true);
        read(xml);
      }),
      { numRuns: 5_000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });

  it('never quotes the document', () => {
    expect(() => read('<A><session-id-42></A>')).toThrow(/^(?!.*session-id-42)/);
  });
});

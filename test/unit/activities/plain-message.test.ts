import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainMessage, textOf, webAddress } from '../../../main/activities/questions/plain-message.ts';

const textOfMessage = (message: string): string => textOf(plainMessage(message));

describe('a step’s message as plain text', () => {
  it('is itself when it has no markup', () => {
    expect(plainMessage('Line 12345 - 2: price changed from 10 to 12 CNY')).toEqual([
      { text: 'Line 12345 - 2: price changed from 10 to 12 CNY', address: null },
    ]);
  });

  it('loses its markup and keeps its lines', () => {
    expect(textOfMessage('<b>Price</b> of <i>红色</i> changed<br>from 10<br/>to&nbsp;12')).toBe('Price of 红色 changed\nfrom 10\nto 12');
    expect(textOfMessage('<p>One</p><p>Two</p><ul><li>a</li><li>b</li></ul>')).toBe('One\n\nTwo\n\na\n\nb');
    expect(textOfMessage('<table><tr><td>1</td><td>2</td></tr></table>')).toBe('1 2');
  });

  it('keeps its web links, and says where they lead', () => {
    expect(plainMessage('See <a href="https://item.taobao.com/item.htm?id=1&amp;x=2">the <b>item</b></a>, please')).toEqual([
      { text: 'See ', address: null },
      { text: 'the item', address: 'https://item.taobao.com/item.htm?id=1&x=2' },
      { text: ', please', address: null },
    ]);
  });

  it.each([
    ['javascript:alert(1)'],
    [' JaVaScRiPt:alert(1)'],
    ['data:text/html,hello'],
    ['file:///etc/passwd'],
    ['//host/path'],
    ['/relative'],
    ['vbscript:x'],
    ['station://app/index.html'],
  ])('has no link to %s', (href) => {
    expect(plainMessage(`<a href="${href}">go</a>`)).toEqual([{ text: 'go', address: null }]);
    expect(webAddress(href)).toBeNull();
  });

  it('has nothing of scripts and styles, and shows what only looks like markup', () => {
    expect(textOfMessage('a<script>alert("x")</script><style>b{}</style><iframe>c</iframe>d')).toBe('ad');
    expect(textOfMessage('3 &lt; 4 &amp;&amp; 5 > 4')).toBe('3 < 4 && 5 > 4');
    expect(textOfMessage('&lt;img src=x onerror=alert(1)&gt;')).toBe('<img src=x onerror=alert(1)>');
  });

  it('is empty for a message without words', () => {
    expect(plainMessage('')).toEqual([]);
    expect(plainMessage(' <br> <p></p> ')).toEqual([]);
  });

  it('never has an address that is not http(s), and never fails, whatever comes', () => {
    assert(
      property(string({ unit: 'binary' }), string(), (words, href) => {
        const pieces = plainMessage(`${words}<a href='${href}'>x</a>${words}`);
        for (const { address } of pieces) expect(address === null || /^https?:\/\//.test(address)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

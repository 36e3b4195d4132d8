import { describe, expect, it } from 'vitest';
import { allowedPictureUrl, isPublicAddress } from '../../../main/shell/pictures/address-filter.ts';

const practice = 'http://127.0.0.1:4555';

describe('the address of a picture', () => {
  it.each([
    ['https://img.alicdn.com/imgextra/i1/1.jpg', 'https://img.alicdn.com/imgextra/i1/1.jpg'],
    ['//cbu01.alicdn.com/img/1.jpg', 'https://cbu01.alicdn.com/img/1.jpg'],
    ['http://img.alicdn.com/1.jpg', 'https://img.alicdn.com/1.jpg'],
    ['https://8.8.8.8/1.jpg', 'https://8.8.8.8/1.jpg'],
    ['https://[2606:4700::6810:84e5]/1.jpg', 'https://[2606:4700::6810:84e5]/1.jpg'],
    [`${practice}/pictures/1.svg`, `${practice}/pictures/1.svg`],
  ])('%s is fetched as %s', (address, fetched) => {
    expect(allowedPictureUrl(address, practice)?.href).toBe(fetched);
  });

  it.each([
    '',
    'nonsense',
    '/1.jpg',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'ftp://img.alicdn.com/1.jpg',
    'station://app/index.html',
    'https://user:password@img.alicdn.com/1.jpg',
    'https://img.alicdn.com:8443/1.jpg',
    'http://img.alicdn.com:8080/1.jpg',
    'https://localhost/1.jpg',
    'https://LOCALHOST./1.jpg',
    'https://printer/1.jpg',
    'https://printer.local/1.jpg',
    'https://db.internal/1.jpg',
    'https://127.0.0.1/1.jpg',
    'https://2130706433/1.jpg',
    'https://0x7f.1/1.jpg',
    'https://017700000001/1.jpg',
    'https://10.1.2.3/1.jpg',
    'https://172.31.0.1/1.jpg',
    'https://192.168.0.1/1.jpg',
    'https://169.254.169.254/latest/meta-data',
    'https://100.100.100.200/latest/meta-data',
    'https://0.0.0.0/1.jpg',
    'https://[::1]/1.jpg',
    'https://[::]/1.jpg',
    'https://[::ffff:127.0.0.1]/1.jpg',
    'https://[::ffff:c0a8:1]/1.jpg',
    'https://[fd00::1]/1.jpg',
    'https://[fe80::1]/1.jpg',
    'https://[64:ff9b::7f00:1]/1.jpg',
    'http://127.0.0.1:4556/1.jpg',
    'https://127.0.0.1:4555/1.jpg',
    'http://localhost:4555/1.jpg',
  ])('%j is not fetched', (address) => {
    expect(allowedPictureUrl(address, practice)).toBeNull();
  });

  it('is not fetched from this machine without a practice platform', () => {
    expect(allowedPictureUrl(`${practice}/pictures/1.svg`, null)).toBeNull();
  });
});

describe('the address that a name leads to', () => {
  it.each(['8.8.8.8', '47.246.20.1', '2606:4700::1111'])('%s is of the internet', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(['127.0.0.1', '10.0.0.1', '192.168.1.1', '169.254.169.254', '224.0.0.1', '255.255.255.255', '::1', '::ffff:10.0.0.1', 'fe80::1%eth0', 'img.alicdn.com', ''])(
    '%j is not',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
});

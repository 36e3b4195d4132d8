import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** RGBA bytes of a square picture as a PNG file (ISO/IEC 15948). */
export function encodePng(image, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  // 8 bits a channel, with colours and alpha.
  header.set([8, 6], 8);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(withFilters(image, pixels), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** True when a PNG file made here shows these bytes. Compressed bytes may differ from one zlib to the next, pictures not. */
export function showsImage(png, image, pixels) {
  const at = png.indexOf('IDAT');
  if (at < 0) return false;
  const data = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  return png.readUInt32BE(16) === pixels && inflateSync(data).equals(withFilters(image, pixels));
}

/** Each row begins with the number of its filter: none. */
function withFilters(image, pixels) {
  const rows = [];
  for (let row = 0; row < pixels; row += 1) rows.push(Buffer.from([0]), image.subarray(row * pixels * 4, (row + 1) * pixels * 4));
  return Buffer.concat(rows);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

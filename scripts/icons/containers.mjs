/** A Windows icon: PNG pictures, as it takes them since Vista. `pictures` is a map from pixels to PNG bytes. */
export function encodeIco(pictures) {
  const entries = [...pictures];
  const head = Buffer.alloc(6 + 16 * entries.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(entries.length, 4);
  let offset = head.length;
  for (const [index, [pixels, png]] of entries.entries()) {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    head.set([pixels % 256, pixels % 256], at);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...entries.map(([, png]) => png)]);
}

/** Types of an icns file that hold PNG pictures, by their pixels; some for twice as fine displays. */
export const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

/** A macOS icon. */
export function encodeIcns(pictures) {
  const parts = icnsTypes.map(([type, pixels]) => block(type, pictures.get(pixels)));
  return block('icns', Buffer.concat(parts));
}

function block(type, data) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(data.length + 8, 4);
  return Buffer.concat([head, data]);
}

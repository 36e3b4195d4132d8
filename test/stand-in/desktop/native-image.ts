import fs from 'node:fs';
import type * as Electron from 'electron';
import { guarded } from '../guard/missing.ts';

/** A picture kept as the PNG it came as. */
function imageOf(png: Buffer): Electron.NativeImage {
  const size = { width: png.length > 24 ? png.readUInt32BE(16) : 0, height: png.length > 24 ? png.readUInt32BE(20) : 0 };
  const image = {
    isEmpty: () => png.length === 0,
    toPNG: () => Buffer.from(png),
    toDataURL: () => `data:image/png;base64,${png.toString('base64')}`,
    getSize: () => size,
    getAspectRatio: () => (size.height === 0 ? 1 : size.width / size.height),
    isTemplateImage: () => false,
    setTemplateImage: () => undefined,
  } satisfies Partial<Electron.NativeImage>;
  return guarded('NativeImage', image) as unknown as Electron.NativeImage;
}

/** docs/api/native-image, as far as a PNG needs no decoding. */
export const nativeImage = guarded('nativeImage', {
  createEmpty: () => imageOf(Buffer.alloc(0)),
  createFromBuffer: (buffer: Buffer) => imageOf(buffer),
  createFromPath: (file: string) => imageOf(fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0)),
  createFromDataURL: (url: string) => imageOf(Buffer.from(url.replace(/^[^,]*,/, ''), 'base64')),
});

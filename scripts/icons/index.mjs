import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../set-up/project.mjs';
import { encodeIcns, encodeIco, icnsTypes } from './containers.mjs';
import { draw } from './draw.mjs';
import { encodePng, showsImage } from './png.mjs';
import { readShapes } from './svg-shapes.mjs';

const assets = join(projectRoot, 'assets');
const linuxSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512];
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 256];
const allSizes = [...new Set([...linuxSizes, ...windowsSizes, ...icnsTypes.map(([, pixels]) => pixels)])];

/** Writes every icon from assets/icon.svg. Answers with how many files there are. */
export function writeIcons() {
  const files = encodeAll(drawAll());
  for (const [file, content] of files) {
    mkdirSync(dirname(join(assets, file)), { recursive: true });
    writeFileSync(join(assets, file), content);
  }
  return files.size;
}

/** Throws when an icon is another than assets/icon.svg makes it. Answers with how many files there are. */
export function checkIcons() {
  const images = drawAll();
  const files = encodeAll(images);
  const wrong = [...files.keys()].filter((file) => !isUpToDate(join(assets, file), images, files.get(file)));
  if (wrong.length > 0) throw new Error(`These icons are not those of assets/icon.svg; run npm run icons: ${wrong.join(', ')}`);
  return files.size;
}

function drawAll() {
  const shapes = readShapes(readFileSync(join(assets, 'icon.svg'), 'utf8'));
  return new Map(allSizes.map((pixels) => [pixels, draw(shapes, pixels)]));
}

function encodeAll(images) {
  const pictures = new Map([...images].map(([pixels, image]) => [pixels, encodePng(image, pixels)]));
  return new Map([
    ...linuxSizes.map((pixels) => [join('icons', `${pixels}x${pixels}.png`), pictures.get(pixels)]),
    ['icon.png', pictures.get(512)],
    ['icon.ico', encodeIco(new Map(windowsSizes.map((pixels) => [pixels, pictures.get(pixels)])))],
    ['icon.icns', encodeIcns(pictures)],
  ]);
}

/** By what the pictures inside show, wherever their compressed bytes lie. */
function isUpToDate(file, images, made) {
  const kept = readKept(file);
  if (kept === null) return false;
  const [before, after] = [picturesIn(kept), picturesIn(made)];
  return before.length === after.length && after.every((png, index) => showsSame(before[index], png, images));
}

function showsSame(kept, made, images) {
  const pixels = made.readUInt32BE(16);
  return showsImage(kept, images.get(pixels), pixels);
}

function picturesIn(file) {
  const found = [];
  for (let at = file.indexOf('IHDR'); at >= 0; at = file.indexOf('IHDR', at + 4)) found.push(file.subarray(at - 12));
  return found;
}

function readKept(file) {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

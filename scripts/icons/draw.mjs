/** In so many places, across and down, each pixel is looked at; a small picture needs more of them. */
const samplesOf = (pixels) => (pixels < 256 ? 8 : 4);

/** Draws shapes into `pixels` x `pixels` RGBA bytes: the same bytes on every computer. */
export function draw({ size, shapes }, pixels) {
  const image = Buffer.alloc(pixels * pixels * 4);
  const step = size / pixels;
  const samples = samplesOf(pixels);
  for (let row = 0; row < pixels; row += 1) {
    for (let column = 0; column < pixels; column += 1) {
      image.set(colorOfPixel(shapes, column * step, row * step, step, samples), (row * pixels + column) * 4);
    }
  }
  return image;
}

function colorOfPixel(shapes, left, top, step, samples) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let index = 0; index < samples * samples; index += 1) {
    const x = left + (((index % samples) + 0.5) * step) / samples;
    const y = top + ((Math.floor(index / samples) + 0.5) * step) / samples;
    const shape = shapes.findLast((each) => isInside(each, x, y));
    if (shape === undefined) continue;
    covered += 1;
    for (const channel of [0, 1, 2]) sum[channel] += shape.color[channel];
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((value) => Math.round(value / covered)), Math.round((covered * 255) / samples ** 2)];
}

function isInside({ rect, points }, x, y) {
  return rect === undefined ? isInPolygon(points, x, y) : isInRect(rect, x, y);
}

function isInRect({ x: left, y: top, width, height, radius }, x, y) {
  const dx = Math.abs(x - left - width / 2) - (width / 2 - radius);
  const dy = Math.abs(y - top - height / 2) - (height / 2 - radius);
  if (dx > radius || dy > radius) return false;
  return dx <= 0 || dy <= 0 || dx * dx + dy * dy <= radius * radius;
}

function isInPolygon(points, x, y) {
  let inside = false;
  for (const [index, [x1, y1]] of points.entries()) {
    const [x2, y2] = points.at(index - 1);
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/**
 * The shapes of an SVG that has only what an icon of ours needs: filled `rect` (with `rx`), and `path` of M, L, H, V and Z
 * with absolute coordinates, alone or in a `g` with a fill. Throws for everything else, so that nothing is left out unseen.
 */
export function readShapes(svg) {
  const [, size] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? [];
  if (size === undefined) throw new Error('The icon has no square viewBox from 0 0.');
  const shapes = [];
  const fills = [];
  for (const [, closing, name, text] of svg.replace(/<!--.*?-->|<title>.*?<\/title>/gs, '').matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
    if (name === 'svg') continue;
    if (name === 'g') {
      if (closing) fills.pop();
      else fills.push(attribute(text, 'fill'));
      continue;
    }
    const color = readColor(attribute(text, 'fill') ?? fills.at(-1));
    if (name === 'rect') shapes.push({ color, ...readRect(text) });
    else if (name === 'path') shapes.push({ color, points: readPath(attribute(text, 'd') ?? '') });
    else throw new Error(`The icon has a <${name}>, which is not drawn here.`);
  }
  return { size: Number(size), shapes };
}

function attribute(text, name) {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1];
}

function readColor(text) {
  const [, hex] = /^#([0-9a-f]{6})$/.exec(text ?? '') ?? [];
  if (hex === undefined) throw new Error(`The icon has the fill ${text}; only #rrggbb is drawn.`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

function readRect(text) {
  const number = (name) => Number(attribute(text, name) ?? 0);
  return { rect: { x: number('x'), y: number('y'), width: number('width'), height: number('height'), radius: number('rx') } };
}

function readPath(text) {
  const points = [];
  for (const [, command, numbers] of text.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const [first, second] = numbers.trim().split(/[\s,]+/).map(Number);
    const [x, y] = points.at(-1) ?? [0, 0];
    if (command === 'M' || command === 'L') points.push([first, second]);
    else if (command === 'H') points.push([first, y]);
    else if (command === 'V') points.push([x, first]);
    else if (command !== 'Z') throw new Error(`The icon has a path with ${command}, which is not drawn here.`);
  }
  return points;
}

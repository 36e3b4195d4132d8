import { itemAt, itemKeyOf, ITEMS_PER_SELLER } from './world/goods.ts';
import { RandomDraw, SERIES } from './world/random.ts';
import type { Silhouette } from './world/vocabulary.ts';
import { element, renderDocument } from './xml-writer.ts';
import type { XmlElement } from './xml-writer.ts';

/** Soft backgrounds, light at the top and a little darker at the floor. */
const BACKGROUNDS: readonly (readonly [wall: string, floor: string])[] = [
  ['#f4efe8', '#e5dccf'],
  ['#eaf0f3', '#d5e0e6'],
  ['#f1edf4', '#dfd7e6'],
  ['#edf2ea', '#d8e2d2'],
  ['#f6edec', '#e8d8d5'],
];

const INK = '#2d2f33';

/** A shape filled with the item's colour, or lying over it as shade, light or line. */
type Fill = 'colour' | 'shade' | 'light' | 'ink';

type Stroke = readonly [path: string, fill: Fill];

/** The outlines of goods in a square of 200, as paths. */
const DRAWINGS: Readonly<Record<Silhouette, readonly Stroke[]>> = {
  top: [
    ['M78 44 L52 54 L26 96 L48 112 L58 98 L58 166 Q100 174 142 166 L142 98 L152 112 L174 96 L148 54 L122 44 Q100 66 78 44 Z', 'colour'],
    ['M78 44 Q100 66 122 44 L127 46 Q100 76 73 46 Z', 'shade'],
    ['M58 98 L62 90 L62 166.6 L58 166 Z M142 98 L138 90 L138 166.6 L142 166 Z', 'shade'],
    ['M80 112 H120 V142 Q100 148 80 142 Z', 'light'],
  ],
  trousers: [
    ['M66 36 H134 L146 168 H112 L100 80 L88 168 H54 Z', 'colour'],
    ['M66 36 H134 L135 48 H65 Z', 'shade'],
    ['M98 48 H102 V82 H98 Z', 'shade'],
    ['M70 54 Q84 62 86 54 L86 50 H70 Z M130 54 Q116 62 114 54 L114 50 H130 Z', 'light'],
  ],
  dress: [
    ['M82 32 L88 40 Q100 50 112 40 L118 32 L126 36 Q120 66 124 84 L156 164 Q100 182 44 164 L76 84 Q80 66 74 36 Z', 'colour'],
    ['M76 84 Q100 92 124 84 L126.4 90 Q100 98 73.6 90 Z', 'shade'],
    ['M92 96 L82 171 L92 172.6 L98 97 Z M112 96 L126 170 L134 168.4 L117 95 Z', 'light'],
  ],
  shoe: [
    ['M36 82 Q50 92 66 80 Q86 106 120 114 Q162 120 166 138 L166 146 H34 Q30 110 36 82 Z', 'colour'],
    ['M32 142 H168 Q170 156 162 158 H40 Q30 156 32 142 Z', 'light'],
    ['M78 92 L92 84 L96 88 L83 97 Z M92 102 L105 94 L109 98 L98 106 Z M106 109 L118 102 L122 105 L113 112 Z', 'light'],
    ['M36 82 Q34 100 34 120 Q48 116 50 88 Z', 'shade'],
  ],
  bag: [
    ['M70 82 Q70 42 100 42 Q130 42 130 82 H120 Q120 54 100 54 Q80 54 80 82 Z', 'colour'],
    ['M70 82 Q70 42 100 42 Q130 42 130 82 H120 Q120 54 100 54 Q80 54 80 82 Z', 'shade'],
    ['M46 80 H154 L162 154 Q162 164 152 164 H48 Q38 164 38 154 Z', 'colour'],
    ['M46 80 H154 L157 108 Q100 132 43 108 Z', 'shade'],
    ['M92 112 H108 V126 Q100 131 92 126 Z', 'light'],
  ],
  cup: [
    ['M128 84 H142 Q164 86 162 112 Q160 136 128 134 V122 Q148 124 150 110 Q150 96 128 96 Z', 'colour'],
    ['M128 84 H142 Q164 86 162 112 Q160 136 128 134 V122 Q148 124 150 110 Q150 96 128 96 Z', 'shade'],
    ['M54 62 H130 V150 Q130 166 114 166 H70 Q54 166 54 150 Z', 'colour'],
    ['M54 62 H130 V76 H54 Z', 'shade'],
    ['M64 86 H74 V148 Q74 152 69 152 Q64 152 64 148 Z', 'light'],
  ],
  lamp: [
    ['M96 96 L112 60 L120 64 L104 98 L104 152 H96 Z', 'ink'],
    ['M66 152 H134 Q140 152 140 164 H60 Q60 152 66 152 Z', 'colour'],
    ['M92 36 L146 62 L128 96 Q104 94 78 66 Z', 'colour'],
    ['M78 66 Q104 94 128 96 L124 104 Q96 100 74 74 Z', 'light'],
  ],
  box: [
    ['M40 76 L100 52 L160 76 L160 142 L100 168 L40 142 Z', 'colour'],
    ['M40 76 L100 100 L100 168 L40 142 Z', 'shade'],
    ['M40 76 L100 52 L160 76 L100 100 Z', 'light'],
    ['M116 118 L144 107 V117 L116 128 Z', 'shade'],
  ],
  device: [
    ['M62 34 H138 Q148 34 148 44 V156 Q148 166 138 166 H62 Q52 166 52 156 V44 Q52 34 62 34 Z', 'colour'],
    ['M60 48 H140 V144 H60 Z', 'ink'],
    ['M60 48 H112 L74 144 H60 Z', 'light'],
    ['M94 152 H106 V158 H94 Z', 'light'],
  ],
  toy: [
    ['M62 52 A16 16 0 1 1 78 70 Z M138 52 A16 16 0 1 0 122 70 Z', 'colour'],
    ['M62 52 A16 16 0 1 1 78 70 Z M138 52 A16 16 0 1 0 122 70 Z', 'shade'],
    ['M100 48 A38 36 0 1 1 99.9 48 Z', 'colour'],
    ['M100 106 A46 34 0 1 1 99.9 106 Z', 'colour'],
    ['M100 118 A26 20 0 1 1 99.9 118 Z M100 84 A15 11 0 1 1 99.9 84 Z', 'light'],
    ['M86 76 A5 5 0 1 1 85.9 76 Z M114 76 A5 5 0 1 1 113.9 76 Z M100 88 A5 4 0 1 1 99.9 88 Z', 'ink'],
  ],
  bottle: [
    ['M88 32 H112 V56 H88 Z', 'ink'],
    ['M82 56 H118 Q136 66 136 88 V152 Q136 168 120 168 H80 Q64 168 64 152 V88 Q64 66 82 56 Z', 'colour'],
    ['M64 100 H136 V140 H64 Z', 'light'],
    ['M78 112 H122 V117 H78 Z M78 124 H108 V128 H78 Z', 'shade'],
  ],
  blanket: [
    ['M38 128 Q38 114 52 114 H148 Q162 114 162 128 V148 Q162 160 150 160 H50 Q38 160 38 148 Z', 'colour'],
    ['M44 92 Q44 80 56 80 H144 Q156 80 156 92 V114 H44 Z', 'colour'],
    ['M44 92 Q44 80 56 80 H144 Q156 80 156 92 V114 H44 Z', 'shade'],
    ['M50 60 Q50 50 62 50 H138 Q150 50 150 60 V80 H50 Z', 'colour'],
    ['M38 134 H162 V140 H38 Z M50 64 H150 V69 H50 Z', 'light'],
  ],
};

function stroke([path, fill]: Stroke, colour: string): XmlElement {
  switch (fill) {
    case 'colour':
      return element('path', null, { d: path, fill: colour });
    case 'shade':
      return element('path', null, { d: path, fill: '#000000', 'fill-opacity': '0.18' });
    case 'light':
      return element('path', null, { d: path, fill: '#ffffff', 'fill-opacity': '0.38' });
    case 'ink':
      return element('path', null, { d: path, fill: INK });
  }
}

/** A simple drawing of the goods with this id as an SVG document, or null when there are none. */
export function pictureOf(seed: number, itemId: string): string | null {
  const key = itemKeyOf(itemId);
  if (key === null) return null;
  const provider = Math.floor(key / ITEMS_PER_SELLER) % 3 === 0 ? 'Alibaba1688' : 'Taobao';
  const item = itemAt(seed, key, provider);
  const draw = new RandomDraw(seed, SERIES.picture, key);
  const [wall, floor] = draw.pick(BACKGROUNDS);
  const colour = item.colours[0]?.hex ?? INK;
  const goods = DRAWINGS[item.noun.silhouette].map((part) => stroke(part, colour));
  const scale = draw.between(92, 104) / 100;
  const place = `translate(100 100) scale(${draw.chance(0.5) ? scale : -scale} ${scale}) translate(-100 -100)`;
  return renderDocument(
    element(
      'svg',
      [
        element('rect', null, { width: '200', height: '200', fill: wall }),
        element('path', null, { d: 'M0 148 Q100 138 200 148 V200 H0 Z', fill: floor }),
        element('ellipse', null, { cx: '100', cy: '166', rx: '66', ry: '8', fill: '#000000', 'fill-opacity': '0.12' }),
        element('g', goods, { transform: place }),
      ],
      { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 200 200', width: '400', height: '400' },
    ),
  );
}

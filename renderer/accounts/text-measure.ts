/** Weight and size of the words in the status bar (account-lamps.module.css); all are taken for the boldest. */
const weight = 700;
const sizeInRem = 0.8125;

export interface TextMeasure {
  /** Pixels of one rem. */
  rem: number;
  /** Width of a text in the status bar, in rem. */
  widthInRem: (text: string) => number;
}

/** Measures texts at a text size in percent, in the font that the page has. */
export function createTextMeasure(textSize: number): TextMeasure {
  const rem = (16 * textSize) / 100;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('A canvas gave no context to measure texts with');
  context.font = `${weight} ${sizeInRem * rem}px ${getComputedStyle(document.body).fontFamily}`;
  return { rem, widthInRem: (text) => context.measureText(text).width / rem };
}

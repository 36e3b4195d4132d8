import classes from './matched-text.module.css';
import { matchedParts } from './matched-parts.ts';

/** A text in which the words that were looked for stand out. */
export function MatchedText({ text, search }: { text: string; search: string }) {
  return matchedParts(text, search).map((part, index) =>
    part.isMatch ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts have no other identity than their place
      <mark key={index} className={classes.match}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

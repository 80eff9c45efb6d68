import type { Span } from '../../model.js';
import type { Token } from './tokens.js';

export interface Sentence extends Span {
  readonly index: number;
  /** Indexes of its first token and of the one after its last. */
  readonly first: number;
  readonly last: number;
}

const ENDS = new Set(['.', '!', '?', '؟', '…', '۔']);
const PAUSES = new Set(['،', ',', '؛', ';', ':', '-', '–', '—']);
/**
 * Tokens. Nobody writes longer sentences; what looks like one is a list or a text without stops, and what reads
 * sentences takes more than twice as long for twice the length.
 */
const LONGEST = 300;
const CLOSERS = new Set(['"', '”', '»', ')', ']', '’', "'", '›']);

/**
 * Cuts a tokenized text into sentences: at line ends, and after a full stop, an ellipsis, an exclamation or a
 * question mark with the closing quotes and brackets behind it. Dots inside abbreviations (أ.ف.ب) do not cut.
 * What goes on for hundreds of words is cut at a pause. Sets `sentence` of each token.
 */
export function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  let pause = 0;
  const close = (last: number) => {
    if (last > first) {
      const [from, to] = [tokens[first], tokens[last - 1]];
      if (from && to)
        sentences.push({ index: sentences.length, start: from.start, end: to.end, first, last });
    }
    first = last;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    if (index > first && hasLineEnd(text, tokens[index - 1]?.end ?? 0, token.start)) close(index);
    if (index - first >= LONGEST) {
      close(pause > first + LONGEST / 2 ? pause : index);
      for (let moved = first; moved < index; moved++) {
        const after = tokens[moved];
        if (after) after.sentence = sentences.length;
      }
    }
    token.sentence = sentences.length;
    const { kind, text: sign } = token.form;
    if (kind !== 'punctuation') continue;
    if (PAUSES.has(sign)) pause = index + 1;
    if (!ENDS.has(sign)) continue;
    if (sign === '.' && isInsideAbbreviation(tokens, index)) continue;
    let next = index + 1;
    while (next < tokens.length) {
      const after = tokens[next];
      const sign = after?.form.text ?? '';
      if (!after || !(CLOSERS.has(sign) || ENDS.has(sign))) break;
      if (after.start !== (tokens[next - 1]?.end ?? -1)) break;
      after.sentence = sentences.length;
      next++;
    }
    close(next);
    index = next - 1;
  }
  close(tokens.length);
  return sentences;
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}

/** A dot between letters without spaces, or after a lone letter, belongs to an abbreviation. */
function isInsideAbbreviation(tokens: readonly Token[], dot: number): boolean {
  const [before, at, after] = [tokens[dot - 1], tokens[dot], tokens[dot + 1]];
  if (!before || !at || before.end !== at.start || before.form.kind === 'punctuation') return false;
  if (after?.form.kind === 'word' && after.start > at.end && isTitle(tokens, dot - 1)) return true;
  const tight = after !== undefined && after.start === at.end && after.form.kind !== 'punctuation';
  return tight && (before.end - before.start <= 2 || after.end - after.start <= 3);
}

/** "د. سامي", "م. هدى": doctor and engineer; behind a number the letter is a year's ("عام 1980 م."). */
function isTitle(tokens: readonly Token[], index: number): boolean {
  const { kind, fold } = tokens[index]?.form ?? {};
  const number = tokens[index - 1]?.form.kind === 'number';
  return kind === 'word' && !number && (fold === 'د' || fold === 'م' || fold === 'ا');
}

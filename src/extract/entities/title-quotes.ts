import { CLOSING_QUOTES, OPENING_QUOTES } from '../../language/arabic/punctuation.js';
import type { Item, Work } from './work.js';

const CLOSE = new Set([...CLOSING_QUOTES, ')']);

/** "المتحدث باسم «حماس»": the name of the body in quotation marks. */
export function bodyInQuotes(work: Work, at: number): Item | undefined {
  const { tokens } = work.document;
  if (!OPENING_QUOTES.has(tokens[at]?.form.text ?? '')) return undefined;
  const item = work.at[at + 1];
  if (item?.kind !== 'organization' || item.first !== at + 1) return undefined;
  return CLOSE.has(tokens[item.last]?.form.text ?? '') ? item : undefined;
}

/** Where the other name of a body ends: "المتحدث باسم وزارة الدفاع الأميركية (البنتاغون)". */
export function quotedBody(work: Work, at: number, ofs: readonly Item[], noun?: number): number | undefined {
  const { tokens } = work.document;
  const other = work.at[at + 1];
  const named = ofs.at(-1)?.kind;
  if (
    !(OPENING_QUOTES.has(tokens[at]?.form.text ?? '') || tokens[at]?.form.text === '(') ||
    (named !== 'organization' && named !== 'body' && noun !== at - 1)
  )
    return undefined;
  if (other?.kind !== 'organization' || other.first !== at + 1) return undefined;
  // "التحالف «تحالف دعم الشرعية في اليمن»"
  for (let end = other.last; end < other.last + 3; end++)
    if (CLOSE.has(tokens[end]?.form.text ?? '')) return end + 1;
  return undefined;
}

/** Keeps foreign text from disordering what stands around it. */

/** Characters that override or nest text direction; a name or an article has no business with them. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069\u061c\u200e\u200f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text without direction controls and control characters. */
export function plain(text: string): string {
  return text.replace(CONTROLS, '').replace(UNSEEN, ' ');
}

/** The direction of a text by its first strong letter. */
export function directionOf(text: string): 'rtl' | 'ltr' {
  const strong = /[\p{L}]/u.exec(plain(text))?.[0] ?? '';
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(strong) ? 'rtl' : 'ltr';
}

/** A text in isolation marks, for places where no element can isolate it: a title, an attribute, a canvas. */
export function isolate(text: string): string {
  return `\u2068${plain(text)}\u2069`;
}

/** Shortened to whole letters with their marks. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = length - 1;
  while (end > 1 && /\p{M}|\u200d|[\udc00-\udfff]/u.test(text[end] ?? '')) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

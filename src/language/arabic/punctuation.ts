export function isComma(text: string): boolean {
  return text === '،' || text === ',';
}

/** The marks that newspapers put around names. */
export const OPENING_QUOTES: ReadonlySet<string> = new Set(['"', '«', '“']);
export const CLOSING_QUOTES: ReadonlySet<string> = new Set(['"', '»', '”']);

/** With brackets and single quotation marks. */
export const OPENING_MARKS: ReadonlySet<string> = new Set([...OPENING_QUOTES, '(', '‘', "'"]);
export const CLOSING_MARKS: ReadonlySet<string> = new Set([...CLOSING_QUOTES, ')', '’', "'"]);

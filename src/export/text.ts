/** Text as formats can hold it. */

/** The text with lone surrogates, which no encoding can write, replaced by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

// Most texts need no change, and one look at them is much faster than three replacements.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Without the control characters that no format needs; tabs and line ends stay. */
export function printable(text: string): string {
  if (!UNPRINTABLE.test(text)) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
  return wellFormed(text).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '');
}

/** The text on one line. */
export function oneLine(text: string): string {
  return printable(text).replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What is unprintable or stands for something else in XML: both at one look, since most texts have neither. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const SPECIAL = /[\u0000-\u001F"&<>\u007F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** The text for an XML attribute or element: characters that XML cannot hold are left out. */
export function xml(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return printable(text).replace(/[&<>"\t\n\r]/g, character => ENTITIES[character] ?? character);
}

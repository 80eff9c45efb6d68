import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';

/** Single-byte encodings that Arabic texts come in. */
const ARABIC_ENCODINGS = ['windows-1256', 'iso-8859-6'] as const;
const FREQUENT = new Set(
  'في من على أن إلى عن مع التي الذي هذا هذه بعد قبل كان قال وقال بين أو لا ما و'.split(' '),
);

/**
 * Decodes bytes.
 *
 * @param encoding a label of the Encoding Standard; by default the encoding is recognized: byte order
 * mark, UTF-16 by its zero bytes, valid UTF-8, then the Arabic single-byte encoding that gives the most
 * Arabic-looking text.
 */
export function decode(bytes: Uint8Array, encoding?: string): string {
  const chosen = encoding ?? detectEncoding(bytes);
  // The decoder drops the byte order mark.
  return new TextDecoder(chosen).decode(bytes);
}

/** The encoding of some bytes, as a label of the Encoding Standard. */
export function detectEncoding(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return utf16;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (isUtf8(bytes)) return 'utf-8';
  const sample = bytes.subarray(0, 32_768);
  // A cut within a character at the sample's end must not decide; nor may a single damaged byte.
  if (mostlyUtf8(sample)) return 'utf-8';
  const scored = ARABIC_ENCODINGS.map(label => ({ label, score: arabicScore(sample, label) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score > 0.3) return best.label;
  const guess = analyse(sample).find(match => isKnown(match.name));
  return guess?.name.toLowerCase() ?? 'utf-8';
}

/** Whether a string is a label that this Node can decode. */
export function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Whether bytes are those of a text in any encoding: few control characters. */
export function looksLikeText(bytes: Uint8Array): boolean {
  if (utf16Of(bytes)) return true;
  const sample = bytes.subarray(0, 8192);
  let control = 0;
  for (const byte of sample) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) control++;
  }
  return control <= sample.length * 0.02;
}

/** UTF-16 by its mark or by its pattern: every second byte is one of few high bytes. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  let zeros = 0;
  for (let index = 0; index < length; index += 2) {
    if (isHighByte(bytes[index])) even++;
    if (isHighByte(bytes[index + 1])) odd++;
    if (bytes[index] === 0 || bytes[index + 1] === 0) zeros++;
  }
  const pairs = length / 2;
  if (zeros < pairs * 0.05) return undefined;
  if (odd > pairs * 0.95 && even < pairs * 0.6) return 'utf-16le';
  if (even > pairs * 0.95 && odd < pairs * 0.6) return 'utf-16be';
  return undefined;
}

/** High bytes of ASCII, Arabic and general punctuation. */
function isHighByte(byte: number | undefined): boolean {
  return byte === 0x00 || byte === 0x06 || byte === 0x20;
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let bad = 0;
  let good = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) bad++;
    else if (code >= 0x80) good++;
  }
  return good > 0 && bad < good * 0.1;
}

/** How much a decoding looks like Arabic prose: Arabic letters, and frequent words among its words. */
function arabicScore(bytes: Uint8Array, label: string): number {
  const text = new TextDecoder(label).decode(bytes);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 0;
  const arabic = text.match(/[\u0621-\u064a]/gu)?.length ?? 0;
  const damage = text.match(/[\ufffd\u0080-\u009f\u0679-\u06d3]/gu)?.length ?? 0;
  const words = text.match(/\p{L}+/gu) ?? [];
  const frequent = words.filter(word => FREQUENT.has(word) || word.startsWith('ال')).length;
  return (arabic - damage) / letters + frequent / Math.max(1, words.length);
}

import { utf16Of } from './encoding.js';
import type { Source } from './types.js';

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without its end. Empty where `tooLong`. */
  readonly bytes: Uint8Array;
  readonly tooLong: boolean;
}

/**
 * The lines of a source, read as they come. A line of more than `limit` bytes is passed over without
 * being kept in memory.
 */
export async function* readLines(source: Source, limit: number, encoding?: string): AsyncGenerator<Line> {
  let number = 1;
  let kept: Uint8Array[] = [];
  let length = 0;
  const finish = (last: Uint8Array): Line => {
    const tooLong = length + last.length > limit;
    const whole = tooLong ? new Uint8Array() : kept.length === 0 ? last : Buffer.concat([...kept, last]);
    kept = [];
    length = 0;
    const end = whole.at(-1) === 0x0d ? whole.length - 1 : whole.length;
    return { number: number++, bytes: whole.subarray(0, end), tooLong };
  };
  for await (const chunk of asUtf8(source, encoding)) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      yield finish(chunk.subarray(start, end));
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    length += rest.length;
    if (length <= limit) kept.push(rest);
    else kept = [];
  }
  if (length > 0) yield finish(new Uint8Array());
}

/**
 * The bytes of a source without a byte order mark and, where it is UTF-16, turned into UTF-8, so that a
 * line or a bracket is one byte. Single-byte encodings stay as they are.
 */
export async function* asUtf8(source: Source, encoding?: string): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of source.open()) {
    let bytes = chunk;
    if (first) {
      const utf16 = encoding ?? utf16Of(chunk);
      if (utf16 && isUtf16(utf16)) decoder = new TextDecoder(utf16);
      else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) bytes = chunk.subarray(3);
      first = false;
    }
    yield decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes;
  }
  if (decoder) yield Buffer.from(decoder.decode());
}

/** Whether a label names UTF-16, which `asUtf8` has turned into UTF-8 already. */
export function isUtf16(encoding: string): boolean {
  return /^utf-?16/iu.test(encoding);
}

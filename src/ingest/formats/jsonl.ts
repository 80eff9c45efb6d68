import { isUtf8 } from 'node:buffer';
import { megabytes } from '../bytes.js';
import { decode } from '../encoding.js';
import { toRecord } from '../fields.js';
import { isUtf16, readLines } from '../lines.js';
import type { Format, RawItem, Source } from '../types.js';

export const jsonl: Format = {
  name: 'jsonl',
  extensions: ['jsonl', 'ndjson', 'jsonlines'],
  matches: (_, text) => {
    const [first = '', second = ''] = text
      .trimStart()
      .split(/\r?\n/u)
      .filter(line => line.trim() !== '');
    if (!first.startsWith('{') || !first.trimEnd().endsWith('}')) return false;
    return second === '' ? false : second.startsWith('{');
  },
  async *read(source: Source, { options, limits }) {
    for await (const { number, bytes, tooLong } of readLines(source, limits.recordBytes, options.encoding)) {
      const place = `line ${number}`;
      if (tooLong) {
        yield skip(place, 'too-large', `is longer than ${megabytes(limits.recordBytes)}`);
        continue;
      }
      const line = decodeLine(bytes, options.encoding);
      if (line.trim() === '') continue;
      const value = parse(line);
      if (value instanceof Error) yield skip(place, 'broken', `is no valid JSON: ${value.message}`);
      else if (!isObject(value)) yield skip(place, 'broken', 'is no JSON object');
      else yield toRecord(value, options.fields ?? {}, place);
    }
  },
};

export function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    // The parser quotes what it read; a reader needs the reason only.
    const reason =
      error instanceof Error ? error.message.replace(/,? ?"[\s\S]*$/u, '').replace(/\s+/gu, ' ') : '';
    return new Error(
      reason.length > 0 && reason.length < 120 ? reason : 'it breaks off or has a stray character',
    );
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decodeLine(bytes: Uint8Array, encoding: string | undefined): string {
  // By far the most lines: the buffer's own decoder is the fastest.
  if (encoding === undefined && isUtf8(bytes)) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  }
  return decode(bytes, encoding !== undefined && isUtf16(encoding) ? 'utf-8' : encoding);
}

function skip(place: string, reason: 'too-large' | 'broken', message: string): RawItem {
  return { kind: 'skipped', place, reason, message };
}

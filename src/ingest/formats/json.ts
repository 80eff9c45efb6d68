import { megabytes } from '../bytes.js';
import { decode } from '../encoding.js';
import { fieldsOf, toRecord } from '../fields.js';
import { asUtf8, isUtf16 } from '../lines.js';
import type { Format, IngestOptions, RawItem, RawSkip, Source } from '../types.js';
import { isObject, parse } from './jsonl.js';

/** Lists of articles inside an object, such as `{"articles": […]}` or `{"data": {"items": […]}}`, go this deep. */
const LIST_DEPTH = 3;

export const json: Format = {
  name: 'json',
  extensions: ['json'],
  matches: (_, text) => /^\s*(?:\[\s*[{\]]|\{\s*["}])/u.test(text),
  async *read(source: Source, { options, limits }) {
    // UTF-16 has become UTF-8 when the values are split.
    const encoding = options.encoding !== undefined && isUtf16(options.encoding) ? 'utf-8' : options.encoding;
    let number = 0;
    let values = 0;
    for await (const value of splitValues(source, limits, options.encoding)) {
      values++;
      const place = value.inArray ? `record ${++number}` : values > 1 ? `record ${values}` : undefined;
      if (value.fault) {
        yield { ...value.fault, ...(place === undefined ? {} : { place }) };
        continue;
      }
      const parsed = parse(decode(value.bytes, encoding));
      if (parsed instanceof Error) yield broken(place, `is no valid JSON: ${parsed.message}`);
      else if (!isObject(parsed)) yield broken(place, 'is no JSON object');
      else yield* records(parsed, place, options);
    }
  },
};

function* records(
  object: Record<string, unknown>,
  place: string | undefined,
  options: IngestOptions,
): Generator<RawItem> {
  const names = options.fields ?? {};
  const list = fieldsOf(object, names).text === undefined ? findList(object, LIST_DEPTH) : undefined;
  if (!list) {
    yield toRecord(object, names, place);
    return;
  }
  for (const [index, entry] of list.entries()) {
    const inner = `${place === undefined ? '' : `${place}, `}record ${index + 1}`;
    if (isObject(entry)) yield toRecord(entry, names, inner);
    else yield broken(inner, 'is no JSON object');
  }
}

/** The longest list of objects inside an object. */
function findList(object: Record<string, unknown>, depth: number): unknown[] | undefined {
  let best: unknown[] | undefined;
  for (const value of Object.values(object)) {
    const list = Array.isArray(value)
      ? value.some(isObject)
        ? value
        : undefined
      : isObject(value) && depth > 1
        ? findList(value, depth - 1)
        : undefined;
    if (list && list.length > (best?.length ?? 0)) best = list;
  }
  return best;
}

interface JsonValue {
  readonly bytes: Uint8Array;
  readonly inArray: boolean;
  readonly fault?: RawSkip;
}

const [QUOTE, BACKSLASH, COMMA, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [
  0x22, 0x5c, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d,
];

/**
 * The values of a JSON file as bytes: the elements where it is one array, else the file's values one after
 * another. Only brackets and quotes are looked at, so that a faulty record spoils no other and memory holds
 * one record.
 */
async function* splitValues(
  source: Source,
  limits: { readonly recordBytes: number; readonly fileBytes: number },
  encoding: string | undefined,
): AsyncGenerator<JsonValue> {
  let inArray: boolean | undefined;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let kept: Uint8Array[] = [];
  let length = 0;
  let started = false;
  const limit = () => (inArray ? limits.recordBytes : limits.fileBytes);
  const take = (last: Uint8Array): JsonValue => {
    const tooLarge = length + last.length > limit();
    const bytes = tooLarge ? new Uint8Array() : Buffer.concat([...kept, last]);
    kept = [];
    length = 0;
    started = false;
    const fault: RawSkip = {
      kind: 'skipped',
      reason: 'too-large',
      message: `is longer than ${megabytes(limit())}`,
    };
    return { bytes, inArray: inArray === true, ...(tooLarge ? { fault } : {}) };
  };
  for await (const chunk of asUtf8(source, encoding)) {
    let start = 0;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
        continue;
      }
      if (byte === undefined || byte <= 0x20) continue;
      if (inArray === undefined) {
        inArray = byte === OPEN_LIST;
        if (inArray) {
          start = index + 1;
          continue;
        }
      }
      if (depth === 0) {
        const ends = byte === COMMA ? inArray || !started : inArray && byte === CLOSE_LIST;
        if (ends) {
          if (started) yield take(chunk.subarray(start, index));
          start = index + 1;
          continue;
        }
        // `{…}{…}` and an array whose comma is missing: the next value begins here.
        if (!started) start = index;
        started = true;
      }
      if (byte === QUOTE) inString = true;
      else if (byte === OPEN || byte === OPEN_LIST) depth++;
      else if ((byte === CLOSE || byte === CLOSE_LIST) && depth > 0) {
        depth--;
        if (depth === 0) {
          yield take(chunk.subarray(start, index + 1));
          start = index + 1;
        }
      }
    }
    if (started) {
      const rest = chunk.subarray(start);
      length += rest.length;
      if (length <= limit()) kept.push(rest);
      else kept = [];
    }
  }
  if (started) yield take(new Uint8Array());
}

function broken(place: string | undefined, message: string): RawItem {
  return { kind: 'skipped', reason: 'broken', message, ...(place === undefined ? {} : { place }) };
}

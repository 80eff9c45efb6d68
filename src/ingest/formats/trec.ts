import { megabytes } from '../bytes.js';
import { decode, detectEncoding } from '../encoding.js';
import { fieldsOf } from '../fields.js';
import { isUtf16, readLines } from '../lines.js';
import { htmlToText } from '../markup.js';
import { parseRecordDate } from '../record-date.js';
import type { Format, RawItem, RawRecord, ReadContext, Source } from '../types.js';

/** Collections in the manner of TREC and of the Arabic Gigaword: `<DOC>…</DOC>` one after another. */
export const trec: Format = {
  name: 'trec',
  extensions: ['trec', 'sgml', 'sgm', 'xml'],
  matches: (_, text) =>
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<(?:root|docs|documents|collection|corpus)[^>]*>\s*)?<doc[\s>]/iu.test(text),
  async *read(source: Source, { options, limits }: ReadContext) {
    let kept: string[] = [];
    let length = 0;
    let start = 0;
    // Whether the beginning of the document was in a line that is left out already.
    let torn = false;
    let encoding = options.encoding;
    for await (const line of readLines(source, limits.recordBytes, encoding)) {
      if (line.tooLong) {
        yield tooLarge(line.number, limits.recordBytes);
        kept = [];
        length = 0;
        start = 0;
        torn = true;
        continue;
      }
      encoding ??= line.bytes.some(byte => byte > 0x7f) ? detectEncoding(line.bytes) : undefined;
      let rest = decode(line.bytes, encoding === undefined || isUtf16(encoding) ? 'utf-8' : encoding);
      for (let end = rest.search(/<\/doc\s*>/iu); end >= 0; end = rest.search(/<\/doc\s*>/iu)) {
        kept.push(rest.slice(0, end));
        const document = kept.join('\n');
        if (length + end > limits.recordBytes) yield tooLarge(start || line.number, limits.recordBytes);
        else if (!torn || /<doc[\s>]/iu.test(document)) yield* readDocument(document, start || line.number);
        torn = false;
        kept = [];
        length = 0;
        start = 0;
        rest = rest.slice(rest.indexOf('>', end) + 1);
      }
      if (rest.trim() === '' || /^\s*<\/?(?:root|docs|documents|collection|corpus)[^>]*>\s*$/iu.test(rest))
        continue;
      if (start === 0) start = line.number;
      length += rest.length;
      if (length <= limits.recordBytes) kept.push(rest);
      else kept = [];
    }
    if (!torn && (kept.join('').trim() !== '' || length > limits.recordBytes)) {
      const place = `line ${start}`;
      if (/<doc[\s>]/iu.test(kept[0] ?? '')) {
        yield { kind: 'skipped', place, reason: 'broken', message: 'begins a <DOC> that is never closed' };
      } else yield { kind: 'skipped', place, reason: 'broken', message: 'is outside of any <DOC>' };
    }
  },
};

function tooLarge(line: number, limit: number): RawItem {
  return {
    kind: 'skipped',
    place: `line ${line}`,
    reason: 'too-large',
    message: `is longer than ${megabytes(limit)}`,
  };
}

function* readDocument(xml: string, line: number): Generator<RawItem> {
  const place = `line ${line}`;
  const open = /<doc(?:\s([^<>]*))?>/iu.exec(xml);
  if (!open) {
    yield { kind: 'skipped', place, reason: 'broken', message: 'is outside of any <DOC>' };
    return;
  }
  const values: Record<string, string> = Object.create(null);
  for (const [, name = '', , value = ''] of (open[1] ?? '').matchAll(/([\w-]+)\s*=\s*(["'])(.*?)\2/gu)) {
    values[name] = value;
  }
  const body = xml.slice(open.index + open[0].length);
  for (const match of body.matchAll(/<([a-z][\w-]*)(?:\s[^<>]*)?>/giu)) {
    const [tag, name = ''] = match;
    const from = match.index + tag.length;
    const end = body.toLowerCase().indexOf(`</${name.toLowerCase()}>`, from);
    if (end >= 0 && values[name.toLowerCase()] === undefined) {
      values[name.toLowerCase()] = htmlToText(body.slice(from, end));
    }
    if (Object.keys(values).length > 40) break;
  }
  const fields = fieldsOf(values, {});
  const text = fields.text ?? htmlToText(body);
  // "AFP_ARB_20041127.0012": Gigaword has the date in the number only.
  const inId = /(?<!\d)((?:19|20)\d{6})(?!\d)/u.exec(fields.id ?? '')?.[1];
  const date = fields.date ?? (inId === undefined ? undefined : parseRecordDate(inId));
  const record: RawRecord = {
    kind: 'record',
    ...fields,
    text,
    ...(date === undefined ? {} : { date }),
    place,
  };
  yield record;
}

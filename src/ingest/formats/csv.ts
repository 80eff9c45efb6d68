import { parse } from 'csv-parse/sync';
import { megabytes, peek } from '../bytes.js';
import { decode, detectEncoding } from '../encoding.js';
import { fieldsOf } from '../fields.js';
import { isUtf16, readLines } from '../lines.js';
import type { Format, RawItem, ReadContext, Source } from '../types.js';

export const csv: Format = {
  name: 'csv',
  extensions: ['csv'],
  matches: (_, text) => delimiterOf(text) !== undefined && delimiterOf(text) !== '\t',
  read: (source, context) => readTable(source, context),
};

export const tsv: Format = {
  name: 'tsv',
  extensions: ['tsv', 'tab'],
  matches: (_, text) => delimiterOf(text) === '\t',
  read: (source, context) => readTable(source, context, '\t'),
};

interface Row {
  readonly line: number;
  readonly text: string;
  readonly fault?: 'broken' | 'too-large';
}

/** A line of a quoted cell has as many delimiters as a row only by accident, in a table this wide. */
const COLUMNS_THAT_TELL = 4;
const DELIMITERS = [',', '\t', ';', '|'];
const UNCLOSED = 'has a quotation mark that is never closed';

async function* readTable(unread: Source, context: ReadContext, given?: string): AsyncGenerator<RawItem> {
  const { options, limits } = context;
  const { head, source } = await peek(unread);
  const encoding = options.encoding ?? detectEncoding(head);
  const start = decode(head, encoding);
  const delimiter = given ?? delimiterOf(start) ?? mostFrequent(start);
  const lineEncoding = isUtf16(encoding) ? 'utf-8' : encoding;
  let header: string[] | undefined;
  for await (const row of readRows(source, encoding, lineEncoding, delimiter, limits.recordBytes)) {
    const place = `line ${row.line}`;
    if (row.fault) {
      const message = row.fault === 'broken' ? UNCLOSED : `is longer than ${megabytes(limits.recordBytes)}`;
      yield { kind: 'skipped', place, reason: row.fault, message };
      continue;
    }
    const cells = cellsOf(row.text, delimiter);
    if (!header) {
      header = cells.map(cell => cell.trim());
      const found = fieldsOf(named(header, header), options.fields ?? {});
      if (found.text === undefined && found.title === undefined) {
        const columns = header.slice(0, 8).join(', ').slice(0, 120);
        const message = `has no column that is known as the text; its columns are: ${columns}`;
        yield { kind: 'skipped', reason: 'broken', message };
        return;
      }
      continue;
    }
    yield { kind: 'record', ...fieldsOf(named(header, cells), options.fields ?? {}), place };
  }
}

/** The delimiter of a table whose header names known columns. */
function delimiterOf(text: string): string | undefined {
  const first = text.trimStart().split(/\r?\n/u, 1)[0] ?? '';
  if (first.length > 2000) return undefined;
  for (const delimiter of DELIMITERS) {
    if (!first.includes(delimiter)) continue;
    const header = cellsOf(first, delimiter).map(cell => cell.trim());
    const found = fieldsOf(named(header, header), {});
    if (header.length >= 2 && found.text !== undefined && Object.keys(found).length >= 2) return delimiter;
  }
  return undefined;
}

/** Of a header whose names say nothing. */
function mostFrequent(text: string): string {
  const first = text.split(/\r?\n/u, 1)[0] ?? '';
  const count = (delimiter: string) => scan(first, false, delimiter).cells;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** The lines that make up each row: a quoted cell may hold line breaks. */
async function* readRows(
  source: Source,
  encoding: string,
  lineEncoding: string,
  delimiter: string,
  limit: number,
): AsyncGenerator<Row> {
  let kept: { number: number; text: string }[] = [];
  let length = 0;
  let open = false;
  let columns = 0;
  const flush = function* (): Generator<Row> {
    yield* singly(kept, delimiter);
    kept = [];
    length = 0;
    open = false;
  };
  for await (const line of readLines(source, limit, encoding)) {
    if (line.tooLong) {
      yield* flush();
      yield { line: line.number, text: '', fault: 'too-large' };
      continue;
    }
    const text = decode(line.bytes, lineEncoding);
    if (!open && text.trim() === '') continue;
    // A line that is a whole row by itself shows that the cell before it was meant to end.
    if (open && columns >= COLUMNS_THAT_TELL && isRow(text, columns, delimiter)) yield* flush();
    const state = scan(text, open, delimiter);
    open = state.open;
    kept.push({ number: line.number, text });
    length += text.length;
    if (length > limit) yield* flush();
    if (open || kept.length === 0) continue;
    if (columns === 0) columns = state.cells;
    yield { line: kept[0]?.number ?? line.number, text: kept.map(part => part.text).join('\n') };
    kept = [];
    length = 0;
  }
  yield* flush();
}

/** After a quotation mark that nothing closes: each line for itself, so that no more than the faulty one is lost. */
function* singly(lines: readonly { number: number; text: string }[], delimiter: string): Generator<Row> {
  for (const { number, text } of lines) {
    if (text.trim() === '') continue;
    if (scan(text, false, delimiter).open) yield { line: number, text, fault: 'broken' };
    else yield { line: number, text };
  }
}

function isRow(line: string, columns: number, delimiter: string): boolean {
  const { open, cells } = scan(line, false, delimiter);
  return !open && cells === columns;
}

/**
 * Whether a quoted cell is open at a line's end, and how many cells end in the line. A quotation mark
 * within a bare cell is a letter.
 */
function scan(line: string, open: boolean, delimiter: string): { open: boolean; cells: number } {
  let inside = open;
  let cellStart = !open;
  let cells = 1;
  for (let index = 0; index < line.length; index++) {
    const unit = line[index];
    if (unit === '"' && inside) {
      const next = line[index + 1];
      if (next === '"') index++;
      else if (next === undefined || next === delimiter) inside = false;
    } else if (unit === '"' && cellStart) inside = true;
    cellStart = !inside && unit === delimiter;
    if (cellStart) cells++;
  }
  return { open: inside, cells };
}

function cellsOf(row: string, delimiter: string): string[] {
  const options = { delimiter, relax_quotes: true, relax_column_count: true };
  const [cells = []] = parse(row, options) as string[][];
  return cells;
}

function named(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const record: Record<string, string> = Object.create(null);
  header.forEach((name, index) => {
    record[name] = cells[index] ?? '';
  });
  return record;
}

/** Answers on standard output: a table, one JSON document, JSON lines, or CSV. */
import { Option } from 'commander';
import { type Column, createStyle, isolate, plain, renderTable } from './table.js';

export const ANSWER_FORMATS = ['table', 'json', 'ndjson', 'csv'] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

export const answerFormatOption = () =>
  new Option('--format <format>', 'how to print the answer').choices(ANSWER_FORMATS).default('table');

export interface AnswerKind<Row> {
  readonly columns: readonly Column<Row>[];
  /** The row as JSON shows it. Default: the row. */
  readonly json?: (row: Row) => unknown;
  /** Lines under the row in a table. */
  readonly details?: (row: Row) => readonly string[];
  /** Columns of CSV, where they differ from the table's. */
  readonly csv?: readonly Column<Row>[];
}

/** The answer as pieces of text. */
export function* renderAnswer<Row>(
  rows: readonly Row[],
  kind: AnswerKind<Row>,
  format: AnswerFormat,
): Iterable<string> {
  const toJson = kind.json ?? (row => row);
  if (format === 'json') yield `${JSON.stringify(rows.map(toJson), null, 2)}\n`;
  else if (format === 'ndjson') for (const row of rows) yield `${JSON.stringify(toJson(row))}\n`;
  else if (format === 'csv') yield* renderCsv(rows, kind.csv ?? kind.columns);
  else if (rows.length > 0) yield renderTable(rows, kind.columns, createStyle(), kind.details, room());
}

/** The columns of the terminal; what goes elsewhere is not shortened. */
function room(): number | undefined {
  return process.stdout.isTTY ? process.stdout.columns : undefined;
}

function* renderCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Iterable<string> {
  yield csvLine(columns.map(({ title }) => title));
  for (const row of rows) yield csvLine(columns.map(({ value }) => value(row)));
}

/** RFC 4180, with an apostrophe before what a spreadsheet would take for a formula. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = plain(value);
  const safe = /^\s*['=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A quoted sentence for a terminal. */
export function quote(text: string): string {
  return isolate(`«${text}»`);
}

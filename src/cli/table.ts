/**
 * Tables for terminals, right with Arabic. Cells are padded by the columns that they take on the screen, so
 * marks and direction signs count nothing. A cell with right-to-left text stands in a direction isolate: a
 * terminal that reorders text then reorders it within its cell, and never swaps it with the next one.
 */
import { styleText } from 'node:util';
import stringWidth from 'string-width';

export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | undefined;
  readonly align?: 'left' | 'right';
  /** What stands in its place where the table is wider than the terminal. */
  readonly short?: (row: Row) => string | number | undefined;
}

/** Styles for output; without colour they leave text as it is. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
}

type StyleName = keyof Style;

/** Colour where the stream is a terminal that has it and NO_COLOR is unset; FORCE_COLOR overrides (0 turns it off). */
export function createStyle(
  stream: { readonly isTTY?: boolean } = process.stdout,
  environment: NodeJS.ProcessEnv = process.env,
): Style {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  const forced = FORCE_COLOR === undefined || FORCE_COLOR === '' ? undefined : FORCE_COLOR !== '0';
  const isColored = forced ?? (!NO_COLOR && stream.isTTY === true && TERM !== 'dumb');
  const style = (name: StyleName) => (text: string) =>
    isColored ? styleText(name, text, { validateStream: false }) : text;
  return {
    bold: style('bold'),
    dim: style('dim'),
    red: style('red'),
    green: style('green'),
    yellow: style('yellow'),
  };
}

/**
 * The rows as aligned lines under a header, each line ended. Columns that are empty in every row are left out.
 * Where the lines would be longer than `room`, columns are short.
 */
export function renderTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  style: Style,
  afterRow: (row: Row) => readonly string[] = () => [],
  room = Number.POSITIVE_INFINITY,
): string {
  const { filled, widths } = fill(rows, columns);
  const isTooWide = widths.reduce((sum, width) => sum + width + 2, -2) > room;
  if (isTooWide && columns.some(({ short }) => short !== undefined)) {
    const shorter = columns.map(({ short, ...column }) => ({ ...column, value: short ?? column.value }));
    return renderTable(rows, shorter, style, afterRow, room);
  }
  const line = (cells: readonly string[], decorate: (text: string) => string) => {
    const padded = cells.map((cell, index) => pad(cell, widths[index] ?? 0, filled[index]?.column.align));
    return `${padded.map(decorate).join('  ').trimEnd()}\n`;
  };
  let text = line(
    filled.map(({ column }) => column.title),
    style.bold,
  );
  rows.forEach((row, index) => {
    text += line(
      filled.map(({ cells }) => cells[index] ?? ''),
      cell => cell,
    );
    for (const extra of afterRow(row)) text += `  ${extra}\n`;
  });
  return text;
}

function fill<Row>(rows: readonly Row[], columns: readonly Column<Row>[]) {
  const filled = columns
    .map(column => ({ column, cells: rows.map(row => plain(column.value(row))) }))
    .filter(({ cells }) => cells.some(cell => cell !== ''));
  const widths = filled.map(({ column, cells }) =>
    cells.reduce((width, cell) => Math.max(width, displayWidth(cell)), displayWidth(column.title)),
  );
  return { filled, widths };
}

/** A table of texts under a header, without the last line's end. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = titles.map((title, index) => ({ title, value: (row: readonly string[]) => row[index] }));
  return renderTable(rows, columns, createStyle()).trimEnd();
}

/** The columns that a text takes on the screen. */
export function displayWidth(text: string): number {
  return stringWidth(text);
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/** Text that is {@link plain} and keeps to itself: in an isolate, where it runs from right to left. */
export function isolate(value: string): string {
  const text = plain(value);
  return RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
}

/**
 * Text safe to show: line breaks and tabs become spaces; control characters, which could command the terminal,
 * and direction signs, which could reach beyond their cell, are dropped.
 */
export function plain(value: string | number | undefined): string {
  return String(value ?? '')
    .replace(/\s/g, ' ')
    .replace(/\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function pad(cell: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(cell)));
  return align === 'right' ? space + isolate(cell) : isolate(cell) + space;
}

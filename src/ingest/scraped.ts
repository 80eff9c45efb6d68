import { fold } from '../language/arabic/normalize.js';
import { inferDate } from './article-date.js';
import { isCaption, isFurniture, isHeadline, withoutCredit } from './furniture.js';
import { parseRecordDate } from './record-date.js';
import type { RawRecord } from './types.js';

/** Lines of a page between a headline and its repetition: captions, markers, a byline. */
const HEAD_LINES = 10;
const RULE = /^\s*(?:[-=*_~#]\s?){3,}\s*$/u;

/** Heads such as "المصدر: وكالة" above a text. */
const HEADER_FIELDS: readonly (readonly [
  field: 'title' | 'date' | 'source' | 'url' | 'id',
  names: RegExp,
])[] = [
  ['title', /^(?:العنوان|عنوان|title|headline)$/iu],
  ['date', /^(?:التاريخ|تاريخ|تاريخ النشر|نشر في|نُشر في|date|published)$/iu],
  ['source', /^(?:المصدر|مصدر|الصحيفة|الموقع|source)$/iu],
  ['url', /^(?:الرابط|رابط|url|link)$/iu],
  ['id', /^(?:id|المعرف)$/iu],
];

interface Block {
  readonly text: string;
  /** Empty lines before it. */
  readonly gap: number;
  /** Whether a rule stands before it. */
  readonly ruled: boolean;
}

/**
 * The articles of a text as a page's text is copied or scraped: one or several after another. A headline
 * that is repeated (around share buttons and captions) is the title and stands nowhere else; a repeated
 * caption is kept once, without its credit; buttons and "read also" lines are dropped.
 *
 * @param address the text's web address or file name, which may hold the date
 */
export function readScraped(text: string, address?: string): RawRecord[] {
  const blocks = toBlocks(text);
  const parts = split(blocks);
  return parts
    .map(part => toRecord(part, parts.length === 1 ? address : undefined))
    .filter(record => record.text !== '' || record.title !== '')
    .map((record, index, all) => (all.length > 1 ? { ...record, place: `article ${index + 1}` } : record));
}

function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let gap = 0;
  let ruled = false;
  for (const line of unwrap(text.replace(/\r\n?|[\f\v]/gu, '\n')).split('\n')) {
    const trimmed = line.replace(/^[\s\ufeff\u200e\u200f]+|\s+$/gu, '');
    if (RULE.test(trimmed)) ruled = true;
    if (trimmed === '' || RULE.test(trimmed)) {
      gap++;
      continue;
    }
    blocks.push({ text: trimmed, gap, ruled });
    gap = 0;
    ruled = false;
  }
  return blocks;
}

/** Joins the lines of paragraphs that were broken at a fixed width. */
export function unwrap(text: string): string {
  return text
    .split(/(\n[ \t]*\n\s*)/u)
    .map(block => {
      const lines = block.split('\n').filter(line => line.trim() !== '');
      if (lines.length < 3) return block;
      const inner = lines.slice(0, -1);
      const longest = Math.max(...inner.map(line => line.length));
      const even = inner.every(
        line => line.length > 35 && line.length > longest * 0.65 && line.length <= 130,
      );
      const open = inner.filter(line => !/[.؟!:»)"]\s*$/u.test(line)).length;
      return even && open >= inner.length * 0.6 ? lines.map(line => line.trim()).join(' ') : block;
    })
    .join('');
}

/** Where an article starts: at a headline that is repeated below, or behind a rule or an unusual gap. */
function split(blocks: readonly Block[]): Block[][] {
  const starts = new Set<number>([0]);
  const wide = usualGap(blocks) < 3 ? 3 : Number.POSITIVE_INFINITY;
  for (let index = 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block) continue;
    const apart = block.ruled || block.gap >= wide;
    if (repetition(blocks, index) >= 0 && !starts.has(index)) starts.add(index);
    else if (apart && opensArticle(blocks, index)) starts.add(index);
  }
  const parts = [...starts]
    .sort((a, b) => a - b)
    .map((start, index, all) => blocks.slice(start, all[index + 1]));
  return mergeRepeatedHeads(parts);
}

/** The gap that most paragraphs have before them. */
function usualGap(blocks: readonly Block[]): number {
  const gaps = blocks
    .slice(1)
    .map(block => block.gap)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

/** The index at which the headline at `index` stands again, with nothing but a page's head between; or -1. */
function repetition(blocks: readonly Block[], index: number): number {
  const headline = blocks[index]?.text ?? '';
  if (!isHeadline(headline)) return -1;
  for (let next = index + 1; next <= index + HEAD_LINES && next < blocks.length; next++) {
    const text = blocks[next]?.text ?? '';
    if (sameText(text, headline)) return next;
    if (text.length > 320 || (text.length > 120 && !isCaption(text) && text.endsWith('.'))) return -1;
  }
  return -1;
}

function opensArticle(blocks: readonly Block[], index: number): boolean {
  const first = blocks[index]?.text ?? '';
  if (headerField(first)) return true;
  const prose = blocks
    .slice(index + 1, index + 5)
    .some(block => block.text.length > 80 && !isCaption(block.text));
  const before = blocks.slice(0, index).some(block => block.text.length > 80);
  return isHeadline(first) && prose && before;
}

/** A part that is only a head (headline, buttons) belongs to the part that repeats its headline. */
function mergeRepeatedHeads(parts: readonly Block[][]): Block[][] {
  const merged: Block[][] = [];
  for (const part of parts) {
    const previous = merged.at(-1);
    const isHead = previous?.some(block => sameText(block.text, part[0]?.text ?? ''));
    if (previous && isHead && previous.length <= HEAD_LINES)
      merged[merged.length - 1] = [...previous, ...part];
    else merged.push([...part]);
  }
  return merged;
}

function toRecord(part: readonly Block[], address: string | undefined): RawRecord {
  const { fields, rest } = readHeader(part.map(block => block.text));
  const title = fields.title ?? findTitle(part, rest);
  const paragraphs: string[] = [];
  const seen = new Set<string>([key(title)]);
  for (const line of rest) {
    if (isFurniture(line) || seen.has(key(line))) continue;
    // Only what a page repeats is long enough to be no refrain.
    if (line.length > 20) seen.add(key(line));
    paragraphs.push(line);
  }
  const date = fields.date
    ? parseRecordDate(fields.date)
    : inferDate([title, ...paragraphs], fields.url ?? address);
  return {
    kind: 'record',
    title,
    text: paragraphs.map(line => (isCaption(line) ? withoutCredit(line) : line)).join('\n'),
    ...(date === undefined ? {} : { date }),
    ...(fields.source ? { source: fields.source } : {}),
    ...(fields.url ? { url: fields.url } : {}),
    ...(fields.id ? { id: fields.id } : {}),
  };
}

function findTitle(part: readonly Block[], lines: readonly string[]): string {
  const repeated = part.findIndex((_, index) => index < HEAD_LINES && repetition(part, index) >= 0);
  if (repeated >= 0) return part[repeated]?.text ?? '';
  const first = lines.find(line => !isFurniture(line)) ?? '';
  return isHeadline(first) && lines.length > 1 ? first : '';
}

interface HeaderFields {
  title?: string;
  date?: string;
  source?: string;
  url?: string;
  id?: string;
}

function readHeader(lines: readonly string[]): { fields: HeaderFields; rest: string[] } {
  const fields: HeaderFields = {};
  const rest: string[] = [];
  lines.forEach((line, index) => {
    const found = index < 8 ? headerField(line) : undefined;
    if (found && fields[found.field] === undefined) fields[found.field] = found.value;
    else rest.push(line);
  });
  return { fields, rest };
}

function headerField(line: string): { field: keyof HeaderFields; value: string } | undefined {
  const match = /^([\p{L} ]{2,14})\s*[:：]\s*(\S.*)$/u.exec(line);
  const name = match?.[1]?.trim() ?? '';
  const field = HEADER_FIELDS.find(([, names]) => names.test(name))?.[0];
  return field && match?.[2] ? { field, value: match[2].trim() } : undefined;
}

function sameText(a: string, b: string): boolean {
  return a === b || (Math.abs(a.length - b.length) < 8 && key(a) === key(b));
}

function key(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

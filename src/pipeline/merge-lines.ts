import type { ArticleCopy, Extraction } from '../model.js';
import { lineOf, unpackLine } from './batch.js';
import { type Body, readBody } from './segment.js';

/** An article that stands for a group of copies. */
export interface MergeItem {
  /** Its packed line. */
  readonly body: Body;
  /** What the group makes of it, where it does not stay as it was read. */
  readonly group?: {
    readonly id: string;
    readonly copies: readonly ArticleCopy[];
  };
}

/** Bytes from which a block is full. */
const BLOCK = 1 << 20;
const NEWLINE = 0x0a;

const decoder = new TextDecoder();

/** Whole lines of `extractions.ndjson`, line ends included: as they are written, and as text. */
export interface MergedBlock {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
}

/** The lines of `extractions.ndjson` in blocks. */
export function* mergedBlocks(items: Iterable<MergeItem>): Generator<MergedBlock, undefined> {
  let lines: Uint8Array[] = [];
  let length = 0;
  for (const item of items) {
    const line = mergedLine(item);
    lines.push(line);
    length += line.length + 1;
    if (length < BLOCK) continue;
    yield join(lines, length);
    [lines, length] = [[], 0];
  }
  if (length > 0) yield join(lines, length);
}

function mergedLine({ body, group }: MergeItem): Uint8Array {
  const line = unpackLine(readBody(body));
  if (group === undefined) return line;
  const extraction = JSON.parse(line.toString()) as Extraction;
  return Buffer.from(lineOf(inGroup(extraction, group)));
}

/** The extraction of a group: under the group's id, with the places of all its copies. */
function inGroup(extraction: Extraction, { id, copies }: MergeItem['group'] & object): Extraction {
  const { copies: _, entities, relations, fingerprint, ...meta } = extraction;
  return {
    ...meta,
    doc: id,
    ...(copies.length > 0 && { copies }),
    entities,
    relations,
    ...(fingerprint !== undefined && { fingerprint }),
  };
}

function join(lines: readonly Uint8Array[], length: number): MergedBlock {
  const bytes = new Uint8Array(length);
  let end = 0;
  for (const line of lines) {
    bytes.set(line, end);
    end += line.length;
    bytes[end++] = NEWLINE;
  }
  return { bytes, text: decoder.decode(bytes) };
}

/** The extractions in a block. */
export function* extractionsIn({ text }: MergedBlock): Generator<Extraction> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    yield JSON.parse(text.slice(start, end)) as Extraction;
    start = end + 1;
  }
}

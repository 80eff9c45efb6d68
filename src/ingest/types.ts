import type { Readable } from 'node:stream';
import type { Article } from '../model.js';

export type FormatName =
  | 'text'
  | 'markdown'
  | 'html'
  | 'json'
  | 'jsonl'
  | 'csv'
  | 'tsv'
  | 'feed'
  | 'pdf'
  | 'docx'
  | 'trec'
  | 'zip'
  | 'gzip';

/** Why something was left out. */
export type SkipReason =
  | 'missing' // no such path, or a pattern that matches nothing
  | 'empty' // a folder or file that holds nothing
  | 'unreadable' // the system refuses it, or it broke off while it was read
  | 'format' // no format that Rawabit reads
  | 'broken' // the right format, but faulty
  | 'no-text' // a record without text
  | 'language' // not Arabic
  | 'too-large' // over one of the limits
  | 'unsafe' // an archive entry that points outside, a loop of links, a bomb
  | 'encrypted'
  | 'failed'; // the extractor gave up on it

export interface SkippedItem {
  readonly kind: 'skipped';
  /** The file; an entry of an archive is `archive.zip/entry.txt`. */
  readonly file: string;
  /** Where in the file: `line 12`, `record 3`. */
  readonly place?: string;
  readonly reason: SkipReason;
  /** One sentence for a reader, without the file's name. */
  readonly message: string;
}

export interface ArticleItem {
  readonly kind: 'article';
  readonly article: Article;
  readonly file: string;
  readonly place?: string;
}

export type IngestItem = ArticleItem | SkippedItem;

export type RecordField = 'id' | 'title' | 'text' | 'date' | 'source' | 'url';

export interface Limits {
  /** Bytes of a file of a format that is read whole (text, HTML, PDF, DOCX, one JSON object). */
  readonly fileBytes: number;
  /** Bytes of one record (a line of JSONL, a row of CSV, an item of an array). */
  readonly recordBytes: number;
  /** UTF-16 units of one article's text. */
  readonly textLength: number;
  readonly archiveEntries: number;
  /** Unpacked bytes of one archive. */
  readonly archiveBytes: number;
  /** Unpacked to packed bytes, once 16 MB are unpacked. */
  readonly archiveRatio: number;
  /** Archives within archives, and folders within folders. */
  readonly archiveDepth: number;
  readonly folderDepth: number;
  /** Elements of a page within one another; a deeper page is read as plain text. */
  readonly htmlDepth: number;
}

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 64 * 2 ** 20,
  recordBytes: 16 * 2 ** 20,
  textLength: 1_000_000,
  archiveEntries: 200_000,
  archiveBytes: 64 * 2 ** 30,
  archiveRatio: 200,
  archiveDepth: 3,
  folderDepth: 64,
  htmlDepth: 100,
};

export interface IngestOptions {
  /** Read everything as this format instead of recognizing it. */
  readonly format?: FormatName;
  /** A label of the WHATWG Encoding Standard, such as `windows-1256`, instead of recognizing it. */
  readonly encoding?: string;
  /** Names of record fields where they are not the usual ones; `meta.author` reaches into objects. */
  readonly fields?: Partial<Readonly<Record<RecordField, string>>>;
  /** Languages to keep. Default: Arabic. */
  readonly languages?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** What `-` reads. Default: the process's standard input. */
  readonly stdin?: Readable;
}

/** A stream of bytes with a name, which can be opened once. */
export interface Source {
  readonly name: string;
  /** The name by which its format is guessed, where that is another: `a.jsonl` of `a.jsonl.gz`. */
  readonly hint?: string;
  /** Archives inside which it lies. */
  readonly depth: number;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** The file's path on disk where it has one of its own. */
  readonly path?: string;
}

/** What a format reads from a source before it becomes an article. */
export interface RawRecord {
  readonly kind: 'record';
  readonly place?: string;
  readonly id?: string;
  readonly title?: string;
  readonly text?: string;
  readonly date?: string;
  readonly source?: string;
  readonly url?: string;
}

export interface RawSkip {
  readonly kind: 'skipped';
  readonly place?: string;
  readonly reason: SkipReason;
  readonly message: string;
}

/** A source found inside another, as in an archive. */
export interface RawSource {
  readonly kind: 'source';
  readonly source: Source;
}

export type RawItem = RawRecord | RawSkip | RawSource;

/** What a format needs to know beside the source. */
export interface ReadContext {
  readonly options: IngestOptions;
  readonly limits: Limits;
}

/** A format: one file in `formats/`, collected in `formats/index.ts`. */
export interface Format {
  readonly name: FormatName;
  /** Lower-case name endings, without the dot. */
  readonly extensions: readonly string[];
  /** Whether the first bytes can be nothing else. `text` is their decoded form. */
  readonly matches: (head: Uint8Array, text: string) => boolean;
  readonly read: (source: Source, context: ReadContext) => AsyncIterable<RawItem>;
}

/** A fault of one file or record, which its format reports as skipped. */
export class IngestError extends Error {
  readonly reason: SkipReason;
  constructor(reason: SkipReason, message: string) {
    super(message);
    this.name = 'IngestError';
    this.reason = reason;
  }
}

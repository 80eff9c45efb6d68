/** Files and streams in, articles out. */
import type { Article } from '../model.js';
import { peek } from './bytes.js';
import { detectFormat } from './detect.js';
import { findFiles } from './files.js';
import { formatNamed } from './formats/index.js';
import { readLines } from './lines.js';
import { toItem } from './record.js';
import { readScraped } from './scraped.js';
import {
  DEFAULT_LIMITS,
  type Format,
  IngestError,
  type IngestItem,
  type IngestOptions,
  type Limits,
  type ReadContext,
  type SkippedItem,
  type Source,
} from './types.js';

export type {
  ArticleItem,
  FormatName,
  IngestItem,
  IngestOptions,
  Limits,
  RecordField,
  SkippedItem,
  SkipReason,
  Source,
} from './types.js';
export { DEFAULT_LIMITS } from './types.js';

/**
 * Reads articles from files, folders, patterns and (`-`) standard input, as they come: memory holds one
 * file or one record. The order is that of the files' paths, whatever the order of the arguments. What
 * cannot be read comes as a `skipped` item with the reason; it never ends the stream.
 */
export async function* readArticles(
  paths: readonly string[],
  options: IngestOptions = {},
): AsyncGenerator<IngestItem> {
  const { sources, skipped } = await findSources(paths, options);
  yield* skipped;
  for (const source of sources) yield* readSource(source, contextOf(options));
}

/**
 * The files behind paths, in the order in which they are read, to be given to {@link readArticlesOf} one by
 * one. Standard input, where `-` stands among the paths, comes last.
 */
export async function findSources(
  paths: readonly string[],
  options: IngestOptions = {},
): Promise<{ readonly sources: readonly Source[]; readonly skipped: readonly SkippedItem[] }> {
  const files = paths.filter(path => path !== '-');
  const { sources, skipped } = await findFiles(files, contextOf(options).limits);
  if (!paths.includes('-')) return { sources, skipped };
  const stdin = options.stdin ?? process.stdin;
  return { sources: [...sources, { name: 'standard input', depth: 0, open: () => bytesOf(stdin) }], skipped };
}

/** The articles of one file, and what of it cannot be read. */
export function readArticlesOf(source: Source, options: IngestOptions = {}): AsyncGenerator<IngestItem> {
  return readSource(source, contextOf(options));
}

function contextOf(options: IngestOptions): ReadContext {
  return { options, limits: { ...DEFAULT_LIMITS, ...options.limits } };
}

/** The articles of a string, as a plain text file would give them: one, or several after another. */
export function articlesFromText(text: string, options: IngestOptions = {}): Article[] {
  return readScraped(text)
    .map(record => toItem(record, 'text', contextOf(options)))
    .flatMap(item => (item.kind === 'article' ? [item.article] : []));
}

async function* readSource(unread: Source, context: ReadContext): AsyncGenerator<IngestItem> {
  const file = unread.name;
  let close: (() => Promise<void>) | undefined;
  try {
    const { head, source, close: letGo } = await peek(unread);
    close = letGo;
    if (head.length === 0) {
      yield { kind: 'skipped', file, reason: 'empty', message: 'is empty' };
      return;
    }
    const format = chooseFormat(source, head, context.options);
    let items = 0;
    for await (const raw of format.read(source, context)) {
      items++;
      if (raw.kind === 'source') yield* readSource(raw.source, context);
      else if (raw.kind === 'skipped') yield { ...raw, file };
      else yield toItem(raw, file, context);
    }
    if (items === 0) yield { kind: 'skipped', file, reason: 'no-text', message: 'holds no article' };
  } catch (error) {
    yield { kind: 'skipped', file, ...describe(error) };
  } finally {
    await close?.();
  }
}

/** A line of a file, or why it cannot be read. */
export type LineItem =
  | { readonly kind: 'line'; readonly file: string; readonly place: string; readonly text: string }
  | SkippedItem;

/** The lines of a file of UTF-8, of a packed one or of each file in an archive; empty lines apart. */
export async function* readLinesOf(source: Source, limits: Partial<Limits> = {}): AsyncGenerator<LineItem> {
  const context = contextOf({ limits });
  try {
    const { head, source: peeked, close } = await peek(source);
    try {
      const archive = (['gzip', 'zip'] as const).map(formatNamed).find(format => format?.matches(head, ''));
      if (archive) {
        for await (const raw of archive.read(peeked, context)) {
          if (raw.kind === 'source') yield* readLinesOf(raw.source, limits);
          else if (raw.kind === 'skipped') yield { ...raw, file: source.name };
        }
        return;
      }
      for await (const { number, bytes, tooLong } of readLines(peeked, context.limits.fileBytes)) {
        const at = { file: source.name, place: `line ${number}` };
        if (tooLong) yield { kind: 'skipped', ...at, reason: 'too-large', message: 'is too long' };
        else if (bytes.length > 0) yield { kind: 'line', ...at, text: Buffer.from(bytes).toString('utf8') };
      }
    } finally {
      await close();
    }
  } catch (error) {
    yield { kind: 'skipped', file: source.name, ...describe(error) };
  }
}

/** Archives are opened even where a format is given: it is that of the files in them. */
function chooseFormat(source: Source, head: Uint8Array, { format, encoding }: IngestOptions): Format {
  const detected = (): Format => detectFormat(source.hint ?? source.name, head, encoding);
  const chosen = format === undefined ? undefined : formatNamed(format);
  if (chosen === undefined || chosen.name === 'docx') return chosen ?? detected();
  const isArchive = (['gzip', 'zip'] as const).some(name => formatNamed(name)?.matches(head, ''));
  return isArchive ? detected() : chosen;
}

/** The reason for leaving a file out. Whatever a parser throws ends its file, not the program. */
function describe(error: unknown): Pick<Extract<IngestItem, { kind: 'skipped' }>, 'reason' | 'message'> {
  if (error instanceof IngestError) return { reason: error.reason, message: error.message };
  const message = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  return { reason: 'broken', message: `cannot be understood: ${message}` };
}

async function* bytesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
  }
}

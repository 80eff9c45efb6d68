/** Files and streams in, articles out. */
import type { Article } from '../model.js';
import { peek } from './bytes.js';
import { detectFormat } from './detect.js';
import { findFiles } from './files.js';
import { formatNamed } from './formats/index.js';
import { toItem } from './record.js';
import { readScraped } from './scraped.js';
import {
  DEFAULT_LIMITS,
  type Format,
  IngestError,
  type IngestItem,
  type IngestOptions,
  type ReadContext,
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
  const context: ReadContext = { options, limits: { ...DEFAULT_LIMITS, ...options.limits } };
  const { sources, skipped } = await findFiles(
    paths.filter(path => path !== '-'),
    context.limits,
  );
  yield* skipped;
  for (const source of sources) yield* readSource(source, context);
  if (paths.includes('-')) {
    const stdin = options.stdin ?? process.stdin;
    yield* readSource({ name: 'standard input', depth: 0, open: () => bytesOf(stdin) }, context);
  }
}

/** The articles of a string, as a plain text file would give them: one, or several after another. */
export function articlesFromText(text: string, options: IngestOptions = {}): Article[] {
  const context: ReadContext = { options, limits: { ...DEFAULT_LIMITS, ...options.limits } };
  return readScraped(text)
    .map(record => toItem(record, 'text', context))
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

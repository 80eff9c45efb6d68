import type { SkippedItem } from '../ingest/index.js';
import type { Article } from '../model.js';
import { type Batch, type ExtractedLine, resultAt } from './batch.js';
import type { Runner } from './runner.js';

/** An article on its way to extraction, or something that only keeps its place in the row. */
export type Work<P> =
  | { readonly kind: 'article'; readonly article: Article; readonly file: string; readonly place?: string }
  | { readonly kind: 'pass'; readonly value: P };

export type Done<P> =
  | { readonly kind: 'extracted'; readonly article: Article; readonly result: ExtractedLine }
  | { readonly kind: 'pass'; readonly value: P }
  | SkippedItem;

/** A batch is full with so many articles, or so much text. */
const ARTICLES = 64;
const LENGTH = 1 << 18;
const ITEMS = 4096;
/** Milliseconds after which an input that stalls gets what it has given so far. */
const PATIENCE = 200;

/**
 * Extracts articles as they come, many at a time, and gives the results in the order of the articles whatever
 * the number of threads. Memory holds a few batches.
 */
export async function* extractInOrder<P>(
  works: AsyncIterable<Work<P>>,
  runner: Runner,
  pack: boolean,
): AsyncGenerator<Done<P>> {
  const input = works[Symbol.asyncIterator]();
  const underWay: Promise<Done<P>[]>[] = [];
  let batch: Work<P>[] = [];
  let articles = 0;
  let length = 0;
  const submit = (full: boolean) => {
    if (batch.length > 0) underWay.push(runBatch(batch, runner, pack, full));
    // A failure is thrown where the batch is awaited; until then it must not count as unhandled.
    underWay.at(-1)?.catch(() => undefined);
    [batch, articles, length] = [[], 0, 0];
  };
  const take = async () => (await underWay.shift()) ?? [];
  let next = input.next();
  try {
    while (true) {
      const idle = batch.length + underWay.length > 0 && (await stalls(next));
      if (idle) {
        submit(false);
        while (underWay.length > 0) yield* await take();
      }
      const { done, value } = await next;
      if (done) break;
      next = input.next();
      batch.push(value);
      if (value.kind === 'article') {
        articles++;
        length += value.article.title.length + value.article.text.length;
      }
      if (articles >= ARTICLES || length >= LENGTH || batch.length >= ITEMS) submit(articles > 0);
      while (underWay.length >= runner.width) yield* await take();
    }
    submit(false);
    while (underWay.length > 0) yield* await take();
  } finally {
    next.catch(() => undefined);
    await input.return?.();
  }
}

/** Whether a promise is not kept within a moment. */
async function stalls(promise: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, PATIENCE, true);
  });
  try {
    return await Promise.race([
      promise.then(
        () => false,
        () => false,
      ),
      waited,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

async function runBatch<P>(
  works: readonly Work<P>[],
  runner: Runner,
  pack: boolean,
  full: boolean,
): Promise<Done<P>[]> {
  const articles = works.flatMap(work => (work.kind === 'article' ? [work.article] : []));
  const batch: Batch = { articles, pack };
  const results = articles.length === 0 ? [] : await runner.run(batch, full);
  let index = 0;
  return works.map((work): Done<P> => {
    if (work.kind === 'pass') return work;
    const result = resultAt(results, index++);
    if ('line' in result) return { kind: 'extracted', article: work.article, result };
    const { file, place } = work;
    return {
      kind: 'skipped',
      file,
      ...(place !== undefined && { place }),
      reason: 'failed',
      message: `could not be extracted: ${result.failed}`,
    };
  });
}

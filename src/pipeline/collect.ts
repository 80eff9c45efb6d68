import { hash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import {
  findSources,
  type IngestOptions,
  readArticlesOf,
  type SkippedItem,
  type Source,
} from '../ingest/index.js';
import type { Article } from '../model.js';
import type { Runner } from './runner.js';
import type { KeptArticle, KeptFile, NewArticle, Store } from './store.js';
import { extractInOrder, type Work } from './stream.js';

export interface Collected {
  /** Every article once, copies of others included. */
  readonly articles: readonly KeptArticle[];
  /** The files that need not be read again while they stay as they are. */
  readonly files: readonly KeptFile[];
  /** How many articles had to be extracted. */
  readonly extracted: number;
}

export interface CollectOptions {
  readonly ingest: IngestOptions;
  readonly onSkip: (item: SkippedItem) => Promise<void> | void;
  readonly onProgress: (articles: number) => void;
}

/** What passes between the articles that need extraction. */
type Pass = { readonly kept: KeptArticle } | { readonly skipped: SkippedItem } | { readonly file: KeptFile };

/** Written together. */
const TOGETHER = 64;
/** A file with more faults is read again rather than kept. */
const MOST_FAULTS = 10_000;

/** Reads paths into the store: only files that changed are read, only articles that are new are extracted. */
export async function collectArticles(
  paths: readonly string[],
  store: Store,
  runner: Runner,
  { ingest, onSkip, onProgress }: CollectOptions,
): Promise<Collected> {
  const articles = new Map<string, KeptArticle>();
  const files: KeptFile[] = [];
  let extracted = 0;
  let pending: NewArticle[] = [];
  const flush = async () => {
    if (pending.length === 0) return;
    for (const kept of await store.add(pending)) articles.set(kept.article, kept);
    pending = [];
  };
  const take = async (pass: Pass) => {
    if ('skipped' in pass) await onSkip(pass.skipped);
    else if ('kept' in pass) articles.set(pass.kept.article, pass.kept);
    else {
      await flush();
      if (store.file(pass.file.file, pass.file.state) === undefined) await store.addFile(pass.file);
      files.push(pass.file);
    }
  };
  for await (const done of extractInOrder(worksOf(paths, store, ingest), runner, true)) {
    if (done.kind === 'skipped') await onSkip(done);
    else if (done.kind === 'pass') await take(done.value);
    else {
      pending.push({ article: hashOf(done.article), ...done.result });
      extracted++;
      if (pending.length >= TOGETHER) await flush();
    }
    onProgress(articles.size + pending.length);
  }
  await flush();
  return { articles: [...articles.values()], files, extracted };
}

async function* worksOf(
  paths: readonly string[],
  store: Store,
  ingest: IngestOptions,
): AsyncGenerator<Work<Pass>> {
  const { sources, skipped } = await findSources(paths, ingest);
  const seen = new Set<string>();
  for (const item of skipped) yield pass({ skipped: item });
  for (const source of sources) {
    const before = await stateOf(source);
    const known = before && store.file(source.name, before.state);
    if (known) yield* recall(known, store, seen);
    else yield* readFile(source, before, store, ingest, seen);
  }
}

/** What an unchanged file held. */
function* recall(file: KeptFile, store: Store, seen: Set<string>): Generator<Work<Pass>> {
  for (const item of file.skipped) yield pass({ skipped: { ...item, kind: 'skipped' } });
  for (const article of file.articles) {
    const kept = store.article(article);
    if (kept && !seen.has(article)) yield pass({ kept });
    seen.add(article);
  }
  yield pass({ file });
}

async function* readFile(
  source: Source,
  before: FileState | undefined,
  store: Store,
  ingest: IngestOptions,
  seen: Set<string>,
): AsyncGenerator<Work<Pass>> {
  const articles: string[] = [];
  const faults: SkippedItem[] = [];
  for await (const item of readArticlesOf(source, ingest)) {
    if (item.kind === 'skipped') {
      if (faults.length <= MOST_FAULTS) faults.push(item);
      yield pass({ skipped: item });
      continue;
    }
    const article = hashOf(item.article);
    const isNew = !seen.has(article);
    const kept = store.article(article);
    articles.push(article);
    seen.add(article);
    if (isNew) yield kept ? pass({ kept }) : item;
  }
  const after = before?.settled ? await stateOf(source) : undefined;
  if (before && before.state === after?.state && faults.length <= MOST_FAULTS) {
    yield pass({ file: { file: source.name, state: before.state, articles, skipped: faults } });
  }
}

function pass(value: Pass): Work<Pass> {
  return { kind: 'pass', value };
}

/** An article's hash: equal articles have equal extractions. */
function hashOf({ id, title, text, date, source, url, language }: Article): string {
  return hash('sha256', JSON.stringify([id, title, text, date, source, url, language]), 'base64url').slice(
    0,
    22,
  );
}

interface FileState {
  readonly state: string;
  /** Whether it was last written long enough ago for its times to tell a later change. */
  readonly settled: boolean;
}

/** Milliseconds of the coarsest clock: where times are whole seconds, that of old file systems. */
const [FINE, COARSE] = [100, 2000];

async function stateOf({ path }: Source): Promise<FileState | undefined> {
  if (path === undefined) return undefined;
  const now = Date.now();
  try {
    const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
    const newest = Number((mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1_000_000n);
    const margin = ctimeNs % 1_000_000_000n === 0n ? COARSE : FINE;
    return { state: `${size} ${mtimeNs} ${ctimeNs} ${ino}`, settled: now - newest > margin };
  } catch {
    return undefined;
  }
}

/** Reads what `rawabit extract` and earlier builds wrote, to be merged into one graph. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import {
  findSources,
  type IngestOptions,
  readLinesOf,
  type SkippedItem,
  type Source,
} from '../ingest/index.js';
import { signatureOfExtraction } from '../ingest/signature.js';
import type { Extraction } from '../model.js';
import { findNodeType, findRelationType, validateExtraction } from '../schema/index.js';
import type { Schema } from '../schema/types.js';
import { contentHash, lineOf, packLine } from './batch.js';
import type { Collected, CollectOptions } from './collect.js';
import { EXTRACTIONS } from './merge.js';
import { type KeptArticle, type NewArticle, readCompleteStore, type Store } from './store.js';

/** Names that are read where a folder is given. */
const READ = /\.(?:ndjson|jsonl)(?:\.gz)?$/iu;
/** Stands beside extractions but holds none. */
const NOT_READ = /^skipped\.ndjson$/iu;
const TOGETHER = 256;

/**
 * Puts extractions into the store. In any order, in any files, any number of times, they give the same graph.
 * Where a build's `extractions.ndjson` is met with the work that the build kept beside it, that is taken
 * instead, since it also knows each copy of an article.
 */
export async function collectExtractions(
  paths: readonly string[],
  schema: Schema,
  store: Store,
  { ingest, onSkip, onProgress }: CollectOptions,
): Promise<Collected> {
  const articles = new Map<string, KeptArticle>();
  let pending: NewArticle[] = [];
  const flush = async () => {
    for (const kept of await store.add(pending)) articles.set(kept.article, kept);
    pending = [];
  };
  const add = async (line: string, extraction: Extraction) => {
    const article = toArticle(line, extraction);
    if (articles.has(article.article)) return;
    pending.push(article);
    if (pending.length >= TOGETHER) await flush();
    onProgress(articles.size + pending.length);
  };
  const { sources, skipped } = await findExtractions(paths, ingest);
  for (const item of skipped) await onSkip(item);
  for (const source of sources) {
    const kept = await keptBeside(source);
    if (kept) {
      for (const article of kept) {
        const line = store.line(article);
        await add(line, JSON.parse(line) as Extraction);
      }
      continue;
    }
    for await (const item of readLinesOf(source, ingest.limits)) {
      if (item.kind === 'skipped') {
        await onSkip(item);
        continue;
      }
      const { file, place, text } = item;
      const parsed = parse(text, schema);
      if (typeof parsed === 'string') {
        await onSkip({ kind: 'skipped', file, place, reason: 'broken', message: parsed });
      } else await add(text, parsed);
    }
  }
  await flush();
  return { articles: [...articles.values()], files: [], extracted: 0 };
}

async function findExtractions(
  paths: readonly string[],
  ingest: IngestOptions,
): Promise<{ readonly sources: readonly Source[]; readonly skipped: readonly SkippedItem[] }> {
  const { sources, skipped } = await findSources(paths, ingest);
  const given = new Set(paths);
  const wanted = sources.filter(
    ({ name, path }) =>
      path === undefined || given.has(name) || (READ.test(name) && !NOT_READ.test(basename(name))),
  );
  return { sources: wanted, skipped };
}

/** The articles that the build kept whose untouched output this is. */
async function keptBeside({ path }: Source): Promise<readonly KeptArticle[] | undefined> {
  if (path === undefined || basename(path) !== EXTRACTIONS) return undefined;
  const complete = await readCompleteStore(dirname(path));
  if (complete === undefined || complete.digest !== (await digestOf(path))) return undefined;
  return complete.articles;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The extraction in a line, or what is wrong with it. */
function parse(line: string, schema: Schema): Extraction | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is no valid JSON';
  }
  const [problem] = validateExtraction(value);
  if (problem)
    return `is no extraction: ${problem.pointer === '' ? '' : `${problem.pointer} `}${problem.message}`;
  const extraction = value as Extraction;
  const unknown =
    extraction.entities.find(({ type }) => !findNodeType(schema, type)) ??
    extraction.relations.find(({ type }) => !findRelationType(schema, type));
  if (unknown)
    return `names the type "${unknown.type}", which the schema does not have; give it with --schema`;
  return extraction;
}

function toArticle(line: string, extraction: Extraction): NewArticle {
  const { copies, ...alone } = extraction;
  const content = contentHash(copies === undefined ? line : lineOf(alone));
  return {
    article: contentHash(line),
    signature: signatureOfExtraction(extraction, content),
    line: packLine(line),
  };
}

/**
 * What builds keep of their work, in a hidden folder of the output: the extraction of every article by a hash
 * of the article, and which articles each file held. A build only reads what is not there yet.
 *
 * Nothing here is trusted blindly and nothing is changed in place: each build adds a segment of its own, a
 * half-written record is passed over, and what another version, schema or setting made is not used. Losing
 * any of it costs time, never correctness.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeError } from '../export/write.js';
import type { SkippedItem } from '../ingest/index.js';
import type { Signature } from '../ingest/signature.js';
import { unpackLine } from './batch.js';
import {
  type Body,
  createOpenSegments,
  createSegment,
  type OpenSegments,
  readBody,
  readSegment,
  type SegmentRecord,
  type SegmentWriter,
} from './segment.js';

/** An article that was extracted: its signature and where its line is kept. */
export interface KeptArticle extends Signature {
  /** A hash of the article. */
  readonly article: string;
  readonly segment: string;
  readonly offset: number;
  readonly length: number;
}

/** A file that was read to its end. */
export interface KeptFile {
  readonly file: string;
  /** Its size and times when it was read. */
  readonly state: string;
  /** The articles in it, by their hashes. */
  readonly articles: readonly string[];
  readonly skipped: readonly SkippedItem[];
}

export interface NewArticle {
  readonly article: string;
  readonly signature: Signature;
  /** Its packed line. */
  readonly line: Uint8Array;
}

export interface Store {
  article(hash: string): KeptArticle | undefined;
  /** What a file held, where it is unchanged. */
  file(name: string, state: string): KeptFile | undefined;
  add(articles: readonly NewArticle[]): Promise<readonly KeptArticle[]>;
  addFile(file: KeptFile): Promise<void>;
  /** Where the packed line of an article stands. */
  body(article: KeptArticle): Body;
  line(article: KeptArticle): string;
  /** Ends a build: only what it used stays. `digest` is the SHA-256 of the `extractions.ndjson` made of it. */
  finish(articles: Iterable<KeptArticle>, files: readonly KeptFile[], digest: string): Promise<void>;
  close(): Promise<void>;
}

export const STORE = '.rawabit';
/** Names the segments of the last build that came to its end. */
const COMPLETE = 'complete.json';
const ENDING = '.segment';
const MOST_SEGMENTS = 8;

/** Opens the kept work in an output folder, or begins it; `fresh` passes over what is there. */
export async function openStore(output: string, maker: string, fresh = false): Promise<Store> {
  const folder = join(output, STORE);
  await mkdir(folder, { recursive: true });
  const found = (await readdir(folder)).filter(name => name.endsWith(ENDING)).sort();
  const articles = new Map<string, KeptArticle>();
  const files = new Map<string, KeptFile>();
  const opened = createOpenSegments();
  const body = ({ segment, offset, length }: KeptArticle) => ({ file: opened.open(segment), offset, length });
  let records = 0;
  for (const name of fresh ? [] : found) {
    try {
      opened.open(join(folder, name));
    } catch {
      continue; // another build into the same folder has just removed it
    }
    for await (const record of readSegment(join(folder, name), maker)) {
      records++;
      const kept = parseRecord(record, join(folder, name));
      if ('file' in kept) files.set(`${kept.state} ${kept.file}`, kept);
      else articles.set(kept.article, kept);
    }
  }
  let writer: Promise<SegmentWriter> | undefined;
  const begin = async () => {
    const begun = await createSegment(join(folder, `${randomBytes(8).toString('hex')}${ENDING}`), maker);
    opened.open(begun.path);
    return begun;
  };
  const segment = () => {
    writer ??= begin();
    return writer;
  };
  return {
    article: hash => articles.get(hash),
    file(name, state) {
      const file = files.get(`${state} ${name}`);
      return file?.articles.every(hash => articles.has(hash)) ? file : undefined;
    },
    async add(added) {
      const { path, append } = await segment();
      const heads = added.map(({ article, signature }) => JSON.stringify({ article, ...signature }));
      const offsets = await append(
        added.map(({ line }, index) => ({ head: heads[index] ?? '', body: line })),
      ).catch(error => {
        throw writeError(error, path);
      });
      records += added.length;
      return added.map(({ article, signature, line }, index) => {
        const kept = {
          ...signature,
          article,
          segment: path,
          offset: offsets[index] ?? 0,
          length: line.length,
        };
        articles.set(article, kept);
        return kept;
      });
    },
    async addFile(file) {
      await (await segment()).append([{ head: JSON.stringify(file), body: new Uint8Array() }]);
      records++;
    },
    body,
    line: article => unpackLine(readBody(body(article))).toString(),
    async finish(used, usedFiles, digest) {
      const live = new Map([...used].map(kept => [kept.article, kept]));
      await (await writer)?.close();
      const own = (await writer)?.path;
      writer = undefined;
      let segments = [...new Set([...live.values()].map(kept => kept.segment).concat(own ?? []))];
      if (records > live.size + usedFiles.length || segments.length > MOST_SEGMENTS) {
        segments = [await copyLive(folder, maker, live.values(), usedFiles, opened)];
      }
      const names = segments.map(path => path.slice(folder.length + 1)).sort();
      await writeFile(join(folder, COMPLETE), `${JSON.stringify({ digest, segments: names })}\n`);
      const all = (await readdir(folder)).filter(name => name.endsWith(ENDING));
      for (const name of all) if (!names.includes(name)) await rm(join(folder, name), { force: true });
    },
    async close() {
      opened.close();
      await (await writer)?.close();
    },
  };
}

export interface CompleteStore {
  /** The SHA-256 of the `extractions.ndjson` that was made of the articles. */
  readonly digest: string;
  readonly articles: readonly KeptArticle[];
}

/** What the last build kept that came to its end in an output folder; nothing where there is none. */
export async function readCompleteStore(output: string): Promise<CompleteStore | undefined> {
  const folder = join(output, STORE);
  const complete = await readFile(join(folder, COMPLETE), 'utf8').then(
    text => JSON.parse(text) as { readonly digest: string; readonly segments: readonly string[] },
    () => undefined,
  );
  if (complete === undefined) return undefined;
  const articles: KeptArticle[] = [];
  for (const name of complete.segments) {
    const path = join(folder, basename(name));
    try {
      for await (const record of readSegment(path)) {
        const kept = parseRecord(record, path);
        if (!('file' in kept)) articles.push(kept);
      }
    } catch {
      return undefined;
    }
  }
  return { digest: complete.digest, articles };
}

function parseRecord({ head, offset, length }: SegmentRecord, segment: string): KeptArticle | KeptFile {
  const kept = JSON.parse(head.toString()) as KeptFile | (Signature & { readonly article: string });
  return 'file' in kept ? kept : { ...kept, segment, offset, length };
}

const TOGETHER = 256;

/** Copies what is in use into one segment; it gets its name when it is whole. */
async function copyLive(
  folder: string,
  maker: string,
  articles: Iterable<KeptArticle>,
  files: readonly KeptFile[],
  opened: OpenSegments,
): Promise<string> {
  const writer = await createSegment(join(folder, `${randomBytes(8).toString('hex')}${ENDING}`), maker);
  let pending: { head: string; body: Uint8Array }[] = [];
  const flush = async () => {
    if (pending.length > 0) await writer.append(pending);
    pending = [];
  };
  for (const { segment, offset, length, ...head } of articles) {
    pending.push({
      head: JSON.stringify(head),
      body: readBody({ file: opened.open(segment), offset, length }),
    });
    if (pending.length >= TOGETHER) await flush();
  }
  pending.push(...files.map(file => ({ head: JSON.stringify(file), body: new Uint8Array() })));
  await flush();
  await writer.close();
  return writer.path;
}

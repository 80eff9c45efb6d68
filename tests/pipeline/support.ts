import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';
import { seededRandom } from '../../src/graph/random.js';
import { readArticles } from '../../src/ingest/index.js';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const PROGRAM = join(ROOT, 'dist/cli/main.js');

/** What a build writes, whatever its formats are. */
export const FILES = ['graph.json', 'graph.gexf', 'extractions.ndjson', 'skipped.ndjson'];
export const FORMATS = ['--formats', 'json,gexf'];

export interface Made {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  readonly source: string;
  readonly url?: string;
  readonly text: string;
}

/** A folder for the tests of a file, removed after them. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rawabit-pipeline-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the program as a process of its own. */
export function rawabit(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    ...(input !== undefined && { input }),
  });
  return { status, stdout, stderr };
}

/** Expects that two folders hold the same build, byte for byte. */
export function expectSame(folder: string, other: string): void {
  for (const name of FILES) {
    const [a, b] = [readFileSync(join(folder, name)), readFileSync(join(other, name))];
    expect(a.equals(b), `${name} in ${folder} and ${other}`).toBe(true);
  }
}

let sentences: Promise<readonly string[]> | undefined;

async function exampleSentences(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const item of readArticles([join(ROOT, 'examples/articles')]))
    if (item.kind === 'article') found.push(...item.article.text.split(/(?<=[.؟!])\s+/u));
  return found.filter(sentence => sentence.length > 40);
}

/**
 * Articles of sentences of the examples, the same ones for the same seed. Among them are articles that another
 * site printed too, whole or with a sentence changed, some under the same id.
 */
export async function makeArticles(count: number, seed = 1): Promise<Made[]> {
  sentences ??= exampleSentences();
  const list = await sentences;
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const sentence = () => list[below(list.length)] ?? '';
  const articles: Made[] = [];
  while (articles.length < count) {
    const original = articles[below(articles.length)];
    const number = articles.length;
    if (original && random() < 0.15) {
      const parts = original.text.split('\n');
      if (random() < 0.6) parts[below(parts.length)] = sentence();
      articles.push({
        ...original,
        id: random() < 0.3 ? original.id : `${seed}-copy-${number}`,
        source: `site ${below(4)}`,
        url: `https://example.org/${seed}/${number}`,
        text: parts.join('\n'),
      });
      continue;
    }
    const text = Array.from({ length: 8 + below(5) }, sentence).join('\n');
    const date = `20${10 + below(15)}-0${1 + below(9)}-1${below(10)}`;
    articles.push({
      id: `${seed}-${number}`,
      title: sentence().slice(0, 60),
      ...(random() < 0.9 && { date }),
      source: `site ${below(4)}`,
      text,
    });
  }
  return articles;
}

export function toLines(articles: readonly Made[]): string {
  return articles.map(article => `${JSON.stringify(article)}\n`).join('');
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let index = mixed.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [mixed[index], mixed[other]] = [mixed[other] as T, mixed[index] as T];
  }
  return mixed;
}

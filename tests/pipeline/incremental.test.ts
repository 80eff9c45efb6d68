import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { exporterNamed } from '../../src/export/index.js';
import { buildInto } from '../../src/pipeline/build.js';
import { createSkippedLog } from '../../src/pipeline/skipped.js';
import { loadSchema } from '../../src/schema/index.js';
import { expectSame, makeArticles, toLines, workFolder } from './support.js';

const work = workFolder();
const schema = loadSchema();
const exporters = ['json', 'gexf'].map(exporterNamed);

async function build(input: string, output: string, options: { readonly fresh?: boolean } = {}) {
  const skipped = createSkippedLog();
  const result = await buildInto(output, [input], schema, { exporters, workers: 1, skipped, ...options });
  return { ...result, skipped };
}

/** Builds into the old folder and into a new one, and expects the same. */
async function rebuild(input: string, output: string) {
  const again = await build(input, output);
  const scratch = `${output}-scratch`;
  rmSync(scratch, { recursive: true, force: true });
  await build(input, scratch);
  expectSame(output, scratch);
  return again;
}

/** A folder of files with a few articles each. */
async function inputFolder(name: string): Promise<string> {
  const folder = join(work, name);
  mkdirSync(folder);
  for (const seed of [1, 2, 3])
    writeFileSync(join(folder, `${seed}.jsonl`), toLines(await makeArticles(8, seed)));
  writeFileSync(join(folder, 'broken.json'), '{"title": ');
  // The times of files that were written just now do not tell a later change.
  await sleep(150);
  return folder;
}

describe('a second build into the same folder', async () => {
  const input = await inputFolder('input');
  const output = join(work, 'output');
  const first = await build(input, output);

  it('extracts nothing where nothing changed, and writes the same', async () => {
    const before = readFileSync(join(output, 'graph.json'));
    const again = await rebuild(input, output);
    expect([first.extracted, again.extracted]).toEqual([24, 0]);
    expect(again.skipped.total).toBe(1);
    expect(readFileSync(join(output, 'graph.json')).equals(before)).toBe(true);
  });

  it('does not even open files that did not change', async () => {
    const path = join(input, '1.jsonl');
    const { atimeMs } = statSync(path);
    await build(input, output);
    expect(statSync(path).atimeMs).toBe(atimeMs);
  });

  it('extracts only new articles, in new files and in old ones', async () => {
    writeFileSync(join(input, '4.jsonl'), toLines(await makeArticles(5, 4)));
    writeFileSync(
      join(input, '1.jsonl'),
      toLines([...(await makeArticles(8, 1)), ...(await makeArticles(3, 5))]),
    );
    expect((await rebuild(input, output)).extracted).toBe(8);
  });

  it('takes removed articles and files out of the graph', async () => {
    rmSync(join(input, '2.jsonl'));
    writeFileSync(join(input, '1.jsonl'), toLines((await makeArticles(8, 1)).slice(3)));
    const { extracted, articles, copies } = await rebuild(input, output);
    expect(extracted).toBe(0);
    expect(articles + copies).toBe(5 + 8 + 5);
    expect(readFileSync(join(output, 'graph.json'), 'utf8')).not.toContain('"2-1"');
  });

  it('reads an article again that changed under its id', async () => {
    const [article, ...others] = await makeArticles(8, 3);
    const text = 'زار الرئيس الروسي فلاديمير بوتين كازاخستان والتقى الرئيس قاسم جومارت توكاييف.';
    writeFileSync(join(input, '3.jsonl'), toLines([{ ...article, text } as never, ...others]));
    expect((await rebuild(input, output)).extracted).toBe(1);
    expect(readFileSync(join(output, 'extractions.ndjson'), 'utf8')).toContain(text);
  });

  it('knows articles whose file moved', async () => {
    renameSync(join(input, '4.jsonl'), join(input, '9.jsonl'));
    expect((await rebuild(input, output)).extracted).toBe(0);
  });

  it('keeps nothing that it does not need', async () => {
    const segments = readdirSync(join(output, '.rawabit')).filter(name => name.endsWith('.segment'));
    const scratch = readdirSync(`${output}-scratch/.rawabit`).filter(name => name.endsWith('.segment'));
    const size = (folder: string, names: readonly string[]) =>
      names.reduce((sum, name) => sum + statSync(join(folder, '.rawabit', name)).size, 0);
    expect(size(output, segments)).toBeLessThan(1.2 * size(`${output}-scratch`, scratch));
  });

  it('--fresh extracts everything anew', async () => {
    const { extracted, articles, copies } = await build(input, output, { fresh: true });
    expect(extracted).toBe(articles + copies);
    expectSame(output, `${output}-scratch`);
  });

  it('does not use what was kept for other settings', async () => {
    const limits = { textLength: 900_000 };
    const { extracted, articles } = await buildInto(output, [input], schema, {
      exporters,
      ingest: { limits },
    });
    expect(extracted).toBeGreaterThanOrEqual(articles);
  });
});

describe('kept work that was damaged', () => {
  it('is passed over from the first faulty record on', async () => {
    const input = await inputFolder('damaged');
    const output = join(work, 'damaged-output');
    await build(input, output);
    const [name = ''] = readdirSync(join(output, '.rawabit')).filter(file => file.endsWith('.segment'));
    const path = join(output, '.rawabit', name);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
    const damaged = await rebuild(input, output);
    expect(damaged.extracted).toBeGreaterThan(0);
    expect(damaged.extracted).toBeLessThan(24);
    const [next = ''] = readdirSync(join(output, '.rawabit')).filter(file => file.endsWith('.segment'));
    truncateSync(join(output, '.rawabit', next), 500);
    expect((await rebuild(input, output)).extracted).toBeGreaterThan(0);
  });
});

import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EXPORTERS, exporterNamed, exportersNamed, exportGraph } from '../../src/export/index.js';
import { writeAtomically } from '../../src/export/write.js';
import { loadSchema } from '../../src/schema/index.js';
import { sampleGraph } from '../support/sample-graph.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rawabit-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writeAtomically', () => {
  test('writes all chunks, in folders that it makes, and leaves nothing else', async () => {
    const path = join(folder, 'a/b/graph.txt');
    const bytes = await writeAtomically(
      path,
      Array.from({ length: 50_000 }, (_, index) => `سطر ${index}\n`),
    );
    const text = await readFile(path, 'utf8');
    expect(Buffer.byteLength(text)).toBe(bytes);
    expect(text.endsWith('سطر 49999\n')).toBe(true);
    expect(await readdir(join(folder, 'a/b'))).toEqual(['graph.txt']);
  });

  test('takes asynchronous chunks and bytes', async () => {
    async function* chunks() {
      yield 'أ';
      yield new Uint8Array([98]);
      yield 'ج';
    }
    await writeAtomically(join(folder, 'x'), chunks());
    expect(await readFile(join(folder, 'x'), 'utf8')).toBe('أbج');
  });

  test('keeps the old file whole when the chunks fail', async () => {
    const path = join(folder, 'x');
    await writeFile(path, 'old');
    function* chunks() {
      yield 'new'.repeat(100_000);
      throw new Error('broken half-way');
    }
    await expect(writeAtomically(path, chunks())).rejects.toThrow('broken half-way');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['x']);
  });

  test('says what is wrong with the place', async () => {
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'folder/full'), { recursive: true });
    await expect(writeAtomically(join(folder, 'file/x'), ['x'])).rejects.toThrow(
      /Cannot write .*is a file, not a folder/,
    );
    await expect(writeAtomically(join(folder, 'folder'), ['x'])).rejects.toThrow(
      /a folder stands at this place/,
    );
    await expect(writeAtomically(join(folder, 'x'.repeat(250)), ['x'])).rejects.toThrow(/name is too long/);
  });

  test.skipIf(process.getuid?.() === 0)('says so where it may not write', async () => {
    await chmod(folder, 0o500);
    await expect(writeAtomically(join(folder, 'x'), ['x'])).rejects.toThrow(/no permission/);
    await chmod(folder, 0o700);
  });
});

describe('the table of exporters', () => {
  const schema = loadSchema();

  test('finds exporters by name and names those it has where there is none', () => {
    expect(exportersNamed('gexf, CSV,gexf').map(one => one.name)).toEqual(['gexf', 'csv']);
    expect(() => exporterNamed('gefx')).toThrow(/Unknown format "gefx".*json, gexf/);
    expect(() => exportersNamed('')).toThrow(/Unknown format ""/);
  });

  test('has no two formats of one name or file, and says what each is for', () => {
    const suffixes = EXPORTERS.flatMap(one => one.files(sampleGraph(), schema, {}).map(file => file.suffix));
    expect(new Set(suffixes).size).toBe(suffixes.length);
    expect(new Set(EXPORTERS.map(one => one.name)).size).toBe(EXPORTERS.length);
    for (const { describe } of EXPORTERS) expect(describe).not.toBe('');
  });

  test('writes the same bytes twice', async () => {
    const exporters = EXPORTERS.filter(one => one.name !== 'html');
    const once = await exportGraph(sampleGraph(), schema, exporters, { folder: join(folder, '1') });
    const twice = await exportGraph(sampleGraph(), schema, exporters, { folder: join(folder, '2') });
    expect(once).toHaveLength(exporters.length + 1);
    for (const [index, { path }] of once.entries()) {
      expect(await readFile(path, 'utf8')).toBe(await readFile(twice[index]?.path ?? '', 'utf8'));
    }
  });
});

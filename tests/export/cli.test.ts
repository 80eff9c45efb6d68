import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exportCommand } from '../../src/cli/export.js';
import { UserError } from '../../src/errors.js';
import { serializeGraph } from '../../src/graph/serialize.js';
import { sampleGraph } from '../support/sample-graph.js';

let folder: string;
let said: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rawabit-export-'));
  await writeFile(join(folder, 'mine.json'), [...serializeGraph(sampleGraph())].join(''));
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    said += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) =>
  exportCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, writeOut: () => undefined })
    .parseAsync([join(folder, 'mine.json'), ...args], { from: 'user' });

describe('rawabit export', () => {
  test('writes the formats beside the graph, under its name', async () => {
    await run('--format', 'gexf,csv');
    expect((await readdir(folder)).sort()).toEqual([
      'mine.edges.csv',
      'mine.gexf',
      'mine.json',
      'mine.nodes.csv',
    ]);
    expect(await readFile(join(folder, 'mine.gexf'), 'utf8')).toContain('version="1.3"');
  });

  test('writes to another folder, and older GEXF, when told to', async () => {
    await run('--format', 'gexf', '--gexf-version', '1.2', '-o', join(folder, 'new/folder'));
    expect(await readFile(join(folder, 'new/folder/mine.gexf'), 'utf8')).toContain('version="1.2"');
  });

  test('says what it wrote and what the format cannot hold, unless it is to be quiet', async () => {
    await run('--format', 'dot,json');
    expect(said).toMatch(/mine\.dot \(\d+ kB\)/);
    expect(said).toContain('dot cannot hold: everything but ids');
    expect(said).not.toContain('json cannot hold');
    said = '';
    await run('--format', 'dot', '--quiet');
    expect(said).toBe('');
  });

  test('rewrites the graph itself without a change', async () => {
    const before = await readFile(join(folder, 'mine.json'), 'utf8');
    await run('--format', 'json');
    expect(await readFile(join(folder, 'mine.json'), 'utf8')).toBe(before);
  });

  test('refuses an unknown format before it reads anything', async () => {
    await rm(join(folder, 'mine.json'));
    const error: unknown = await run('--format', 'gexf,pdf').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ usage: true, message: expect.stringContaining('Unknown format "pdf"') });
    await writeFile(join(folder, 'mine.json'), '');
  });

  test('refuses an unknown version of GEXF', async () => {
    await expect(run('--format', 'gexf', '--gexf-version', '2')).rejects.toThrow(
      /Allowed choices are 1.2, 1.3/,
    );
  });

  test('lists the formats in its help', () => {
    let help = '';
    const command = exportCommand().configureOutput({
      writeOut: text => {
        help += text;
      },
    });
    command.outputHelp();
    for (const name of ['graphml', 'node-link', 'turtle']) expect(help).toContain(name);
    expect(help).toContain('rawabit export output/graph.json --format gexf');
  });
});

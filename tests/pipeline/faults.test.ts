import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exporterNamed } from '../../src/export/index.js';
import { buildInto } from '../../src/pipeline/build.js';
import { createSkippedLog } from '../../src/pipeline/skipped.js';
import { loadSchema } from '../../src/schema/index.js';
import { FILES, FORMATS, makeArticles, PROGRAM, rawabit, toLines, workFolder } from './support.js';

const work = workFolder();
const articles = await makeArticles(20, 31);
const clean = join(work, 'clean.jsonl');
writeFileSync(clean, toLines(articles));

/** A folder with good articles and every kind of trouble. */
function troubled(): string {
  const folder = join(work, 'troubled');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.jsonl'), `${toLines(articles)}{"id": "cut", "text": "\n`);
  writeFileSync(join(folder, 'b.txt'), '');
  writeFileSync(join(folder, 'c.txt'), 'This page is in English and has nothing to say here.');
  writeFileSync(join(folder, 'd.bin'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]));
  symlinkSync(folder, join(folder, 'loop'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'broken-link'));
  writeFileSync(
    join(folder, 'z.json'),
    JSON.stringify({ id: 'long', title: 'طويل', text: `${articles[0]?.text} `.repeat(40) }),
  );
  return folder;
}

describe('what is left out', () => {
  const input = troubled();
  const reasons = ['unreadable', 'unsafe', 'broken', 'empty', 'language', 'format', 'too-large'].sort();
  const limit = ['--limit', 'textLength=20K', 'archiveDepth=2'];

  it('is counted in the summary and listed in skipped.ndjson, with the place and the reason', () => {
    const output = join(work, 'output');
    const { status, stdout } = rawabit(['build', input, '-o', output, '--json', ...FORMATS, ...limit]);
    expect(status).toBe(0);
    const { skipped } = JSON.parse(stdout);
    expect(Object.keys(skipped.byReason).sort()).toEqual(reasons);
    const lines = readFileSync(join(output, 'skipped.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.map(({ reason }) => reason).sort()).toEqual(reasons);
    expect(lines).toHaveLength(skipped.total);
    expect(lines.find(({ reason }) => reason === 'broken')).toMatchObject({
      file: join(input, 'a.jsonl'),
      place: 'line 21',
    });
  });

  it.each(['build', 'extract'])('is an error of %s with --strict, which leaves old files alone', command => {
    const output = join(work, 'output');
    const before = readFileSync(join(output, 'graph.json'));
    const { status, stderr } = rawabit([
      command,
      input,
      '--strict',
      ...(command === 'build' ? ['-o', output] : []),
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('with --strict nothing may be left out');
    expect(readFileSync(join(output, 'graph.json')).equals(before)).toBe(true);
    expect(
      rawabit([command, clean, '--strict', ...(command === 'build' ? ['-o', join(work, 'strict')] : [])])
        .status,
    ).toBe(0);
  });

  it.each([
    'textLength',
    'textLength=much',
    'length=5',
    'textLength=0',
  ])('--limit %s is wrong usage', value => {
    const { status, stderr } = rawabit(['build', input, '--limit', value]);
    expect(status).toBe(2);
    expect(stderr).toContain('NAME=NUMBER');
  });

  it('does not fill the memory, however much it is', async () => {
    const file = join(work, 'faulty.jsonl');
    writeFileSync(file, `${toLines(articles)}${'{"broken\n'.repeat(100_000)}`);
    const skipped = createSkippedLog();
    const output = join(work, 'faulty');
    await buildInto(output, [file], loadSchema(), {
      exporters: [exporterNamed('json')],
      workers: 1,
      skipped,
    });
    expect([skipped.total, skipped.first.length]).toEqual([100_000, 10]);
    expect(readFileSync(join(output, 'skipped.ndjson'), 'utf8').trim().split('\n')).toHaveLength(100_000);
  });
});

describe('a disk that is full', () => {
  /** Runs the program where no file may become larger than so many kilobytes. */
  const cramped = (kilobytes: number, args: readonly string[]) =>
    spawnSync(
      'bash',
      ['-c', `ulimit -f ${kilobytes} && exec "$@"`, 'bash', process.execPath, PROGRAM, ...args],
      {
        encoding: 'utf8',
      },
    );

  it('ends a build with a clear message; the old files stay whole', () => {
    const output = join(work, 'cramped');
    expect(rawabit(['build', clean, '-o', output, ...FORMATS]).status).toBe(0);
    const before = FILES.map(name => readFileSync(join(output, name)));
    writeFileSync(
      join(work, 'more.jsonl'),
      toLines([...articles, ...articles.map(one => ({ ...one, id: `${one.id}-x` }))]),
    );
    for (const kilobytes of [8, 100]) {
      const { status, stderr } = cramped(kilobytes, [
        'build',
        join(work, 'more.jsonl'),
        '-o',
        output,
        '--fresh',
        ...FORMATS,
      ]);
      expect(stderr).toMatch(/^rawabit: Cannot write .*larger than this system allows/mu);
      expect(stderr).not.toContain('    at ');
      expect(status).toBe(1);
      for (const [index, name] of FILES.entries())
        expect(readFileSync(join(output, name)).equals(before[index] ?? Buffer.of()), name).toBe(true);
    }
  });

  it.skipIf(!existsSync('/dev/full'))('ends an extraction with a clear message', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'extract', clean], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(stderr).toContain('Cannot write to standard output: the disk is full');
    expect(status).toBe(1);
  });
});

it('a folder that cannot be made is named', () => {
  const { status, stderr } = rawabit(['build', clean, '-o', join(clean, 'output')]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^rawabit: Cannot write .*is a file, not a folder/mu);
});

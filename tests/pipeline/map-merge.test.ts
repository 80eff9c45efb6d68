import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/graph/random.js';
import { validateExtraction } from '../../src/schema/index.js';
import { expectSame, FORMATS, makeArticles, rawabit, shuffled, toLines, workFolder } from './support.js';

const work = workFolder();

/** Runs a step that must end well. */
function run(...args: string[]): string {
  const { status, stdout, stderr } = rawabit(args);
  expect(stderr.replace(/rawabit: left out .*\n/gu, '')).toBe('');
  expect(status).toBe(0);
  return stdout;
}

describe('extraction on many machines, merged on one', async () => {
  const articles = await makeArticles(60, 11);
  const whole = join(work, 'whole.jsonl');
  writeFileSync(whole, toLines(articles));
  run('build', whole, '-o', join(work, 'whole'), ...FORMATS);

  it('gives the bytes of one build, for any split, order and repetition', () => {
    const random = seededRandom(5);
    const files: string[] = [];
    let rest = shuffled(articles, random);
    while (rest.length > 0) {
      const size = 1 + Math.floor(random() * 30);
      const part = join(work, `part-${files.length}`);
      writeFileSync(`${part}.jsonl`, toLines(rest.slice(0, size)));
      const lines = run('extract', `${part}.jsonl`);
      for (const line of lines.trim().split('\n')) expect(validateExtraction(JSON.parse(line))).toEqual([]);
      const mixed = shuffled(lines.trim().split('\n'), random).join('\n');
      const isPacked = random() < 0.5;
      const file = isPacked ? `${part}.ndjson.gz` : `${part}.ndjson`;
      writeFileSync(file, isPacked ? gzipSync(mixed) : mixed);
      files.push(file);
      rest = rest.slice(size);
    }
    const twice = [...files, join(work, 'part-*.ndjson')];
    run('build', '--from-extractions', ...shuffled(twice, random), '-o', join(work, 'merged'), ...FORMATS);
    expectSame(join(work, 'merged'), join(work, 'whole'));
  });

  it('merges builds of parts, and merges of those, with the same result', () => {
    for (const [index, from] of [0, 20, 40].entries()) {
      const part = join(work, `build-${index}`);
      writeFileSync(`${part}.jsonl`, toLines(articles.slice(from, from + 25)));
      run('build', `${part}.jsonl`, '-o', part, '--formats', 'json');
    }
    run(
      'build',
      '--from-extractions',
      join(work, 'build-2'),
      join(work, 'build-0'),
      '-o',
      join(work, 'two'),
      ...FORMATS,
    );
    run(
      'build',
      '--from-extractions',
      join(work, 'build-1'),
      join(work, 'two'),
      '-o',
      join(work, 'three'),
      ...FORMATS,
    );
    expectSame(join(work, 'three'), join(work, 'whole'));
  });

  it('makes a build again of its extractions alone', () => {
    const lines = readFileSync(join(work, 'whole/extractions.ndjson'), 'utf8');
    mkdirSync(join(work, 'alone'));
    writeFileSync(
      join(work, 'alone/lines.ndjson'),
      shuffled(lines.trim().split('\n'), seededRandom(3)).join('\n'),
    );
    run('build', '--from-extractions', join(work, 'alone'), '-o', join(work, 'remade'), ...FORMATS);
    expectSame(join(work, 'remade'), join(work, 'whole'));
  });

  it('leaves out lines that are no extractions, and says why', () => {
    const file = join(work, 'faulty.ndjson');
    const good = readFileSync(join(work, 'whole/extractions.ndjson'), 'utf8').split('\n')[0] ?? '';
    const strange = {
      ...JSON.parse(good),
      doc: 'strange',
      entities: [{ id: 'x', type: 'planet', label: { ar: 'س', en: 'x' }, known: false, mentions: [] }],
      relations: [],
    };
    writeFileSync(file, [good, '{"doc": 1', '{"doc": "a"}', JSON.stringify(strange), ''].join('\n'));
    const { status, stderr, stdout } = rawabit([
      'build',
      '--from-extractions',
      file,
      '-o',
      join(work, 'faulty'),
      ...FORMATS,
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1 article\b/u);
    for (const said of [
      'line 2: is no valid JSON',
      'line 3: is no extraction',
      'line 4: names the type "planet"',
    ])
      expect(stderr).toContain(said);
    const skipped = readFileSync(join(work, 'faulty/skipped.ndjson'), 'utf8').trim().split('\n');
    expect(skipped.map(line => JSON.parse(line).place)).toEqual(['line 2', 'line 3', 'line 4']);
  });
});

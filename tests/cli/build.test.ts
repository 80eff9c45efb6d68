import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import graphology from 'graphology';
import { parse } from 'graphology-gexf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateExtraction, validateGraph } from '../../src/schema/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist/cli/main.js');
const seeds = join(root, '../shared/seeds');
const work = mkdtempSync(join(tmpdir(), 'rawabit-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function rawabit(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

const read = (...path: string[]) => readFileSync(join(work, ...path), 'utf8');

describe('rawabit build on the examples', () => {
  let result: ReturnType<typeof rawabit>;
  beforeAll(() => {
    result = rawabit('build', 'examples/articles', '-o', join(work, 'examples'));
  });

  it('ends well, with a summary on standard output and nothing on standard error', () => {
    expect(result.stderr).toBe('');
    expect(result.status).toBe(0);
    expect(result.stdout).toMatch(/29 articles/);
    expect(result.stdout).toContain('Strongest ties');
  });

  it('writes a graph and extractions that their schemas accept', () => {
    expect(validateGraph(JSON.parse(read('examples', 'graph.json')))).toEqual([]);
    for (const line of read('examples', 'extractions.ndjson').trim().split('\n'))
      expect(validateExtraction(JSON.parse(line))).toEqual([]);
  });

  it('writes a graph.json that graphology loads with nothing lost', () => {
    const file = JSON.parse(read('examples', 'graph.json'));
    const graph = graphology.from(file);
    expect([graph.order, graph.size]).toEqual([file.nodes.length, file.edges.length]);
    expect(JSON.parse(JSON.stringify(graph.export()))).toEqual(file);
  });

  it('writes a GEXF file of which graphology-gexf reads every node and edge', () => {
    const file = JSON.parse(read('examples', 'graph.json'));
    const graph = parse(graphology, read('examples', 'graph.gexf'), { allowUndeclaredAttributes: true });
    expect([graph.order, graph.size]).toEqual([file.nodes.length, file.edges.length]);
  });

  it('uses nearly all relation types', () => {
    const { edges } = JSON.parse(read('examples', 'graph.json'));
    const types = new Set(edges.map((edge: { attributes: { type: string } }) => edge.attributes.type));
    expect(types.size).toBeGreaterThanOrEqual(25);
  });

  it('quotes evidence that stands in the articles at the place it names', () => {
    const lines = read('examples', 'extractions.ndjson').trim().split('\n');
    for (const line of lines) {
      const { relations, entities } = JSON.parse(line);
      const ids = new Set(entities.map((entity: { id: string }) => entity.id));
      for (const { subject, object, evidence } of relations) {
        expect(ids.has(subject) && ids.has(object)).toBe(true);
        for (const { start, end, text } of evidence) expect(end - start).toBe(text.length);
      }
    }
  });

  it('gives the same bytes whatever the order of the paths', () => {
    const files = readdirSync(join(root, 'examples/articles')).map(name => `examples/articles/${name}`);
    rawabit('build', ...files.reverse(), '-o', join(work, 'again'), '-q');
    for (const name of ['graph.json', 'graph.gexf', 'graph.html', 'extractions.ndjson'])
      expect(read('again', name) === read('examples', name), name).toBe(true);
  });

  it('prints its summary as JSON where a script wants it', () => {
    const { stdout } = rawabit(
      'build',
      'examples/articles',
      '-o',
      join(work, 'json'),
      '--json',
      '--formats',
      'json',
    );
    const summary = JSON.parse(stdout);
    expect(summary.articles).toBe(29);
    expect(summary.nodes.byType.country).toBeGreaterThan(20);
    expect(existsSync(join(work, 'json', 'graph.gexf'))).toBe(false);
  });
});

describe('rawabit build on input with faults', () => {
  it('builds the good articles and names what it left out', () => {
    const folder = join(work, 'mixed');
    mkdirSync(folder);
    const good = {
      id: 'g1',
      title: 'لقاء',
      text: 'زار الرئيس الروسي فلاديمير بوتين الصين أمس والتقى الرئيس الصيني شي جين بينغ.',
    };
    writeFileSync(join(folder, 'a.jsonl'), `${JSON.stringify(good)}\n{"id": "broken", \n`);
    writeFileSync(join(folder, 'b.bin'), Buffer.from([0, 1, 2, 255, 254, 0, 0, 7, 0, 3]));
    const { status, stdout, stderr } = rawabit('build', folder, '-o', join(work, 'mixed-out'));
    expect(status).toBe(0);
    expect(stdout).toMatch(/1 article\b/);
    expect(stderr).toContain('a.jsonl, line 2');
    expect(stderr).toContain('b.bin');
  });

  it.each([
    ['a missing path', () => [join(work, 'nowhere')], 'nowhere'],
    [
      'an empty folder',
      () => {
        mkdirSync(join(work, 'empty'), { recursive: true });
        return [join(work, 'empty')];
      },
      'empty',
    ],
  ])('fails with a clear message on %s', (_, paths, named) => {
    const { status, stderr } = rawabit('build', ...paths(), '-o', join(work, 'none'));
    expect(status).toBe(1);
    expect(stderr).toContain(named);
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    ['no path', ['build']],
    ['an unknown option', ['build', '--nonsense', 'x']],
    ['an unknown format', ['build', 'examples/articles', '--formats', 'nonsense']],
    ['an unknown command', ['nonsense']],
  ])('says how it is used on %s, and ends with 2', (_, args) => {
    expect(rawabit(...args).status).toBe(2);
  });
});

describe('other commands', () => {
  it('extract prints one line of JSON an article', () => {
    const { status, stdout } = rawabit('extract', 'examples/articles');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(29);
  });

  it('schema prints all relation types as JSON', () => {
    const { stdout } = rawabit('schema', '--json');
    expect(JSON.parse(stdout).relationTypes).toHaveLength(27);
  });

  it('every command has a help page with examples', () => {
    for (const command of [
      'build',
      'extract',
      'entities',
      'explain',
      'export',
      'query',
      'sparql',
      'diff',
      'serve',
      'schema',
    ]) {
      const { status, stdout } = rawabit(command, '--help');
      expect(status, command).toBe(0);
      expect(stdout, command).toContain('xamples');
    }
  });

  it('--version prints the version of the package', () => {
    expect(rawabit('--version').stdout.trim()).toBe(
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    );
  });
});

describe('the package', () => {
  it('delivers what runs', () => {
    const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const packed = JSON.parse(listed);
    const [{ files }] = Array.isArray(packed) ? packed : Object.values(packed);
    const names = files.map((file: { path: string }) => file.path);
    for (const name of [
      'dist/cli/main.js',
      'dist/index.d.ts',
      'graph-schema/models/relations.ar.json',
      'README.md',
    ])
      expect(names).toContain(name);
  });
});

describe.skipIf(!existsSync(seeds))('rawabit build on two scraped articles in one file', () => {
  let edges: Map<string, { modality: string; statements: unknown[] }>;
  beforeAll(() => {
    rawabit('build', seeds, '-o', join(work, 'seeds'), '-q');
    const file = JSON.parse(read('seeds', 'graph.json'));
    edges = new Map(
      file.edges.map((edge: { key: string; attributes: never }) => [edge.key, edge.attributes]),
    );
  });

  it('reads two articles, the second dated by its caption', () => {
    const lines = read('seeds', 'extractions.ndjson').trim().split('\n');
    const dates = lines.map(line => JSON.parse(line).date);
    expect(dates).toHaveLength(2);
    expect(dates).toContain('2024-11-27');
  });

  it.each([
    'leader:sergei-shoigu holds_office country:RU',
    'leader:sergei-shoigu visits country:TJ',
    'country:RU operates base:201st-base',
    'base:201st-base located_in country:TJ',
    'country:RU holds_exercise_with country:TJ',
    'country:RU holds_exercise_with country:UZ',
    'country:TJ holds_exercise_with country:UZ',
    'country:US withdraws_from country:AF',
    'org:nato withdraws_from country:AF',
    'leader:vladimir-putin visits country:KZ',
    'leader:kassym-jomart-tokayev meets leader:vladimir-putin',
    'country:RU member_of org:csto',
    'country:KZ member_of org:csto',
    'country:KZ joins org:brics not',
    'country:AM leaves org:csto',
  ])('finds, with evidence: %s', key => {
    expect(edges.get(key)?.statements.length ?? 0, key).toBeGreaterThan(0);
  });
});

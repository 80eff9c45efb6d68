/**
 * The programs that read our files. Where one is not installed its tests are skipped; with RAWABIT_INTEROP=1
 * (`npm run test:interop` sets it, after installing them) a missing one is a failure.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

const PYTHON = '/usr/bin/python3';
const SCRIPT = fileURLToPath(new URL('./read.py', import.meta.url));

/** How to see that a reader is there. */
const PROBES = {
  xmllint: ['xmllint', '--version'],
  dot: ['dot', '-V'],
  rapper: ['rapper', '--version'],
  curl: ['curl', '--version'],
  networkx: [PYTHON, '-c', 'import networkx'],
  igraph: [PYTHON, '-c', 'import igraph'],
  rdflib: [PYTHON, '-c', 'import rdflib'],
} as const;

export type Reader = keyof typeof PROBES;

function isThere(reader: Reader): boolean {
  const [command, ...args] = PROBES[reader];
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** `test` for what needs the reader. */
export function testWith(reader: Reader): typeof test | typeof test.skip {
  if (isThere(reader)) return test;
  if (process.env.RAWABIT_INTEROP !== '1') {
    process.stderr.write(
      `${reader} is not installed: its tests are skipped (npm run test:interop installs it).\n`,
    );
    return test.skip;
  }
  return ((name: string) =>
    test(name, () => {
      throw new Error(`${reader} is not installed`);
    })) as unknown as typeof test;
}

/** Runs a reader; its standard output. Throws with what it said on standard error when it fails. */
export function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface ReadGraph {
  readonly directed: boolean;
  readonly nodes: Record<string, Record<string, unknown>>;
  readonly edges: [source: string, target: string, key: string | null, attributes: Record<string, unknown>][];
}

/** What networkx or igraph finds in a file. */
export function readInPython(
  how: 'networkx-gexf' | 'networkx-graphml' | 'networkx-node-link' | 'igraph-graphml',
  path: string,
): ReadGraph {
  // Python writes NaN for what is missing, which JSON has not.
  return JSON.parse(run(PYTHON, [SCRIPT, how, path]).replace(/\bNaN\b(?=[,}\]])/g, 'null')) as ReadGraph;
}

export interface ReadFacts {
  readonly triples: number;
  /** The sentences of each fact, by its IRI. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

/** What rdflib finds in a file, by a query in SPARQL. */
export function readFacts(how: 'rdflib-turtle' | 'rdflib-nquads', path: string): ReadFacts {
  return JSON.parse(run(PYTHON, [SCRIPT, how, path])) as ReadFacts;
}

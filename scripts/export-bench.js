// Measures the exports of a large generated graph: node scripts/export-bench.js [NODES] [EDGES] [FORMAT...]
// Run "npm run build" first. Prints seconds, megabytes and the peak resident memory of the process for each format,
// and reads graph.json back.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXPORTERS, exporterNamed, exportGraph } from '../dist/export/index.js';
import { createGraph } from '../dist/graph/graph.js';
import { readGraph } from '../dist/graph/read.js';
import { loadSchema } from '../dist/schema/index.js';

const self = fileURLToPath(import.meta.url);
if (process.argv[2] === '--one') await one(process.argv[3], process.argv[4]);
else main(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1_000_000), process.argv.slice(4));

function main(nodes, edges, formats) {
  const folder = mkdtempSync(join(tmpdir(), 'rawabit-bench-'));
  const names = formats.length > 0 ? formats : EXPORTERS.map(one => one.name).filter(name => name !== 'html');
  process.stdout.write(`${nodes} nodes, ${edges} edges\n`);
  try {
    for (const what of [`generate:${nodes}:${edges}`, 'read', ...names]) {
      const { status } = spawnSync(process.execPath, [self, '--one', what, folder], { stdio: 'inherit' });
      if (status !== 0) process.stdout.write(`${what} failed\n`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One step in a process of its own, so that its peak of memory is its own. */
async function one(what, folder) {
  const path = join(folder, 'graph.json');
  const [step, nodes, edges] = what.split(':');
  if (step === 'generate') {
    const graph = generate(Number(nodes), Number(edges));
    return write('write graph.json', graph, 'json', folder, 'graph');
  }
  const start = performance.now();
  const graph = await readGraph(path);
  if (step === 'read') return report('read graph.json', start, statSync(path).size);
  const files = await write(step, graph, step, folder, 'export');
  for (const file of files) rmSync(file.path);
}

async function write(title, graph, format, folder, name) {
  const schema = loadSchema();
  const start = performance.now();
  const files = await exportGraph(graph, schema, [exporterNamed(format)], { folder, name });
  report(
    title,
    start,
    files.reduce((sum, file) => sum + file.bytes, 0),
  );
  return files;
}

function report(name, start, bytes) {
  const seconds = (performance.now() - start) / 1000;
  const peak = process.resourceUsage().maxRSS / 1000;
  process.stdout.write(
    `${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s ${(bytes / 1e6).toFixed(0).padStart(6)} MB ${peak.toFixed(0).padStart(6)} MB peak\n`,
  );
}

function generate(order, size) {
  const articles = {};
  for (let i = 0; i < 10_000; i += 1)
    articles[`a${i}`] = { title: `عنوان المقال رقم ${i}`, date: day(i), source: 'صحيفة' };
  const graph = createGraph(articles);
  const types = ['country', 'leader', 'base', 'organization'];
  for (let i = 0; i < order; i += 1) {
    graph.addNode(`org:entity-${i}`, {
      label: `كيان رقم ${i}`,
      labelEn: `Entity ${i}`,
      type: types[i % 4],
      aliases: [`اسم ${i}`],
      known: false,
      mentions: 1 + (i % 7),
      articles: 1,
      firstDate: day(i),
      lastDate: day(i + 30),
      degree: 20,
      pagerank: 1 / order,
      community: i % 50,
      x: (i * 37) % 1000,
      y: (i * 91) % 1000,
      size: 6,
      color: '#2f6fb5',
    });
  }
  const relations = ['visits', 'supports', 'criticizes', 'meets', 'member_of'];
  for (let i = 0; graph.size < size; i += 1) {
    const source = `org:entity-${(i * 7919) % order}`;
    const target = `org:entity-${(i * 104729 + Math.floor(i / order)) % order}`;
    const type = relations[i % relations.length];
    const key = `${source} ${type} ${target}`;
    if (graph.hasEdge(key)) continue;
    const text = `قال المتحدث إن الكيان رقم ${i} يدعم الكيان الآخر في هذا الشأن منذ سنوات طويلة.`;
    graph.addDirectedEdgeWithKey(key, source, target, {
      type,
      labelEn: type,
      label: 'يدعم',
      symmetric: type === 'meets',
      polarity: 'affirmed',
      modality: 'actual',
      weight: 1,
      sources: 1,
      articles: 1,
      confidence: 0.8,
      firstDate: day(i),
      lastDate: day(i),
      tone: 5,
      statements: [
        {
          id: `s${i}`,
          modality: 'actual',
          time: day(i),
          confidence: 0.8,
          rule: 'generated',
          article: `a${i % 10_000}`,
          evidence: [
            {
              start: 0,
              end: text.length,
              text,
              subject: { start: 3, end: 10 },
              object: { start: 20, end: 30 },
            },
          ],
        },
      ],
    });
  }
  return graph;
}

function day(i) {
  return new Date(Date.UTC(2015, 0, 1 + (i % 3600))).toISOString().slice(0, 10);
}

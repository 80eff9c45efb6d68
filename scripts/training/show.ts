/**
 * Picks articles of a corpus that are worth annotating, and writes them in files to read, with numbered
 * sentences and entities.
 *
 *   tsx scripts/training/show.ts CORPUS.jsonl.gz OUTPUT_DIR [--count 400] [--size 20] [--longest 2600] [--types a,b]
 *
 * Worth annotating is what the present model is unsure of (uncertainty sampling: Lewis and Gale 1994), taken
 * evenly from all sources; or, with --types, what it takes to state relations of these types, rare ones first. What
 * `annotations.txt` or OUTPUT_DIR holds already is left out. See annotate.ts for the way back.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Recognition } from '../../src/extract/document.js';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { listEntities } from '../../src/extract/entities/output.js';
import { readModel } from '../../src/extract/extractor.js';
import type { ClustersFile } from '../../src/extract/relations/clusters.js';
import { createModel, type ModelFile, probabilityOf } from '../../src/extract/relations/model.js';
import { createEventReader } from '../../src/extract/relations/reader.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import type { Article } from '../../src/model.js';
import { loadSchema } from '../../src/schema/index.js';
import { readCorpus } from './annotations.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '400' },
    size: { type: 'string', default: '20' },
    types: { type: 'string' },
    longest: { type: 'string', default: '2600' },
  },
});
const [corpus = '', output = ''] = positionals;
/** The rarest first. */
const types = options.types?.split(',');
const SHORTEST = 500;
/** In characters. */
const longest = Number(options.longest);
/** Probabilities between which the model is unsure. */
const UNSURE = [0.08, 0.92] as const;

mkdirSync(output, { recursive: true });
const shown = readdirSync(output).filter(name => /^batch-\d+\.txt$/.test(name));
const annotated = new Set(
  [fileURLToPath(new URL('annotations.txt', import.meta.url)), ...shown.map(name => join(output, name))]
    .flatMap(file => readFileSync(file, 'utf8').split('\n'))
    .filter(line => line.startsWith('# '))
    .map(line => line.slice(2).split(' ')[0]),
);
const schema = loadSchema();
const vocabulary = new Vocabulary();
const recognize = createRecognizer(schema, vocabulary);
const events = createEventReader(schema, readModel<ClustersFile>('clusters.ar.json'), vocabulary);
const model = createModel(
  JSON.parse(
    readFileSync(new URL('../../graph-schema/models/relations.ar.json', import.meta.url), 'utf8'),
  ) as ModelFile,
);

interface Choice {
  readonly article: Article;
  readonly worth: number;
}

const bySource = new Map<string, Choice[]>();
for (const article of readCorpus(corpus)) {
  const length = article.title.length + article.text.length;
  if (annotated.has(article.id) || length < SHORTEST || length > longest) continue;
  const list = bySource.get(article.source ?? '') ?? [];
  list.push({ article, worth: worthOf(recognize(article)) / (length + 400) });
  bySource.set(article.source ?? '', list);
}
const perSource = Math.ceil(Number(options.count) / bySource.size);
const chosen = [...bySource.values()].flatMap(list =>
  list.sort((a, b) => b.worth - a.worth || (a.article.id < b.article.id ? -1 : 1)).slice(0, perSource),
);
const digest = (id: string) => createHash('sha1').update(id).digest('hex');
chosen.sort((a, b) => (digest(a.article.id) < digest(b.article.id) ? -1 : 1));
const size = Number(options.size);
for (let start = 0; start < chosen.length; start += size) {
  const name = `batch-${String(shown.length + start / size).padStart(3, '0')}.txt`;
  const texts = chosen.slice(start, start + size).map(({ article }) => show(recognize(article)));
  writeFileSync(join(output, name), texts.join('\n'));
}
console.log(`${chosen.length} articles in ${output}`);

/** How much an article promises. */
function worthOf(recognition: Recognition): number {
  let worth = 0;
  events.read(recognition, (_, __, candidates) => {
    const best = new Map<string, [number, string]>();
    for (const candidate of candidates) {
      const relation = candidate.sense.relation;
      if (types && !types.includes(relation)) continue;
      const key = `${candidate.subject.mention.entity.id} ${candidate.object.mention.entity.id}`;
      const probability = probabilityOf(model.score(candidate));
      if (probability > (best.get(key)?.[0] ?? 0)) best.set(key, [probability, relation]);
    }
    for (const [probability, relation] of best.values()) {
      if (types) worth += probability / (1 + types.indexOf(relation));
      else if (probability > UNSURE[0] && probability < UNSURE[1]) worth++;
    }
  });
  return worth;
}

function show(recognition: Recognition): string {
  const { document } = recognition;
  const lines = [`# ${document.article.id}  ${document.article.date ?? ''} ${document.article.source ?? ''}`];
  listEntities(recognition).forEach(({ id, type, mentions }, number) => {
    const names = [...new Set(mentions.map(({ text }) => text))].slice(0, 4);
    lines.push(`${number + 1} ${type} ${id}: ${names.join(' | ')}`);
  });
  document.sentences.forEach(({ start, end }, number) => {
    lines.push(`[${number}] ${document.text.slice(start, end).replace(/\s+/g, ' ')}`);
  });
  return `${lines.join('\n')}\n`;
}

/**
 * Takes in annotations of the articles that show.ts wrote: turns the numbers of entities and sentences into
 * ids and offsets, and adds them to annotations.txt.
 *
 *   tsx scripts/training/annotate.ts CORPUS.jsonl.gz SHOWN_DIR ANSWERS_DIR GOLD_DIR…
 *
 * Articles that repeat passages of those in GOLD_DIR are left out, as accuracy is measured there.
 * An answer file bears the name of the file it answers: `# ARTICLE_ID`, then `x NUMBER` for a wrong entity and
 * `r NUMBER TYPE NUMBER [not] [planned|alleged|past] SENTENCE,SENTENCE` for a relation.
 */
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import { loadSchema } from '../../src/schema/index.js';
import { readCorpus } from './annotations.js';
import { readGoldArticles } from './gold.js';
import { createOverlapTest } from './overlap.js';

/** In words; a longer name is kept by its id alone. */
const LONGEST_NAME = 5;
const TARGET = fileURLToPath(new URL('annotations.txt', import.meta.url));
const [corpus = '', shown = '', answers = '', ...goldDirectories] = process.argv.slice(2);
const schema = loadSchema();
const recognize = createRecognizer(schema, new Vocabulary());
const articles = new Map(readCorpus(corpus).map(article => [article.id, article]));
const known = new Set(schema.relationTypes.map(({ type }) => type));
const annotated = new Set(readFileSync(TARGET, 'utf8').match(/^# \S+/gm));
/** Ids that do not depend on the text; the others are found again by name. */
const { leaders, organizations, bases } = schema.gazetteer;
const stable = new Set([...leaders, ...organizations, ...bases].map(({ id }) => id));

const overlaps = createOverlapTest(goldDirectories.flatMap(readGoldArticles));

let added = 0;
let repeated = 0;
for (const name of readdirSync(answers).sort()) {
  if (!existsSync(join(shown, name))) throw new Error(`${name} answers no file of ${shown}`);
  const entities = entitiesOf(readFileSync(join(shown, name), 'utf8'));
  for (const part of partsOf(readFileSync(join(answers, name), 'utf8'))) {
    if (annotated.has(`# ${part.id}`)) continue;
    annotated.add(`# ${part.id}`);
    const article = articles.get(part.id);
    if (article && overlaps(article)) {
      repeated++;
      continue;
    }
    appendFileSync(TARGET, take(part, entities.get(part.id) ?? new Map(), name));
    added++;
  }
}
console.log(`${added} articles added to annotations.txt, ${repeated} left out that repeat held-out ones`);

interface Part {
  readonly id: string;
  readonly lines: readonly string[];
}

interface Listed {
  readonly id: string;
  readonly type: string;
  readonly names: string;
}

function partsOf(text: string): Part[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map(part => {
      const [head = '', ...lines] = part.split('\n');
      return { id: head.trim().split(/\s/)[0] ?? '', lines: lines.map(line => line.trim()).filter(Boolean) };
    });
}

/** The numbered entities of each shown article. */
function entitiesOf(text: string): Map<string, Map<string, Listed>> {
  return new Map(
    partsOf(text).map(({ id, lines }) => [
      id,
      new Map(
        lines.flatMap(line => {
          const match = /^(\d+) (country|leader|organization|base) (\S+): (.*)$/.exec(line);
          if (!match) return [];
          const [, number = '', type = '', entity = '', names = ''] = match;
          return [[number, { id: entity, type, names: names.split(' | ').join('|') }] as const];
        }),
      ),
    ]),
  );
}

function take({ id, lines }: Part, entities: ReadonlyMap<string, Listed>, file: string): string {
  const article = articles.get(id);
  if (!article) throw new Error(`${file}: the corpus has no article ${id}`);
  const { sentences } = recognize(article).document;
  const named = new Set<string>();
  const out: string[] = [];
  for (const line of lines) {
    const fields = line.split(/\s+/);
    if (fields[0] === 'x') {
      const wrong = entities.get(fields[1] ?? '');
      if (wrong) out.push(`o ${wrong.id}`);
      continue;
    }
    const [, from = '', type = '', to = ''] = fields;
    const [subject, object] = [entities.get(from), entities.get(to)];
    const places = (fields.at(-1) ?? '').split(',').map(Number);
    const offsets = places.map(place => sentences[place]?.start);
    if (fields[0] !== 'r' || !subject || !object || !known.has(type) || offsets.includes(undefined)) {
      console.warn(`${file}: ${id}: left out: ${line}`);
      continue;
    }
    for (const entity of [subject, object]) {
      if (entity.type === 'country' || stable.has(entity.id) || named.has(entity.id)) continue;
      named.add(entity.id);
      const names = entity.names.split('|').filter(name => name.split(' ').length <= LONGEST_NAME);
      if (names.length > 0) out.push(`e ${entity.id} ${entity.type} ${names.join('|')}`);
    }
    out.push(['r', subject.id, type, object.id, ...fields.slice(4, -1), offsets.join(',')].join(' '));
  }
  return `# ${id}\n${out.map(line => `${line}\n`).join('')}`;
}

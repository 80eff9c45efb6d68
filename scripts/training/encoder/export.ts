/**
 * Writes annotated articles, and the words of a corpus, as numbers for the trainer of the encoder (train.py).
 *
 *   tsx scripts/training/encoder/export.ts OUTPUT_DIR CORPUS.jsonl.gz GOLD_DIR…
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Recognition } from '../../../src/extract/document.js';
import { createRecognizer } from '../../../src/extract/entities/index.js';
import { readModel } from '../../../src/extract/extractor.js';
import { type ClustersFile, clusterKey, createClusterReader } from '../../../src/extract/relations/clusters.js';
import { createPredicateLexicon } from '../../../src/extract/relations/lexicon.js';
import { keyOf } from '../../../src/extract/relations/decide.js';
import { createEventReader } from '../../../src/extract/relations/reader.js';
import { findStates } from '../../../src/extract/relations/states.js';
import { createWordReader } from '../../../src/extract/relations/words.js';
import { Vocabulary, type WordForm } from '../../../src/language/arabic/tokens.js';
import { loadSchema } from '../../../src/schema/index.js';
import { readAnnotations, readCorpus } from '../annotations.js';
import { readGold } from '../gold.js';
import { statedBy, type Wanted, wantedByAnnotation, wantedByGold, wantedKeys } from '../wanted.js';

const [output = '', corpus = '', ...goldDirs] = process.argv.slice(2);
mkdirSync(output, { recursive: true });
const schema = loadSchema();
const vocabulary = new Vocabulary();
const recognize = createRecognizer(schema, vocabulary);
const clusters = readModel<ClustersFile>('clusters.ar.json');
const events = createEventReader(schema, clusters, vocabulary);
const lexicon = createPredicateLexicon(schema.predicates.ar ?? [], vocabulary);
const reader = createWordReader(lexicon, createClusterReader(clusters), vocabulary);
const symmetric = new Set(schema.relationTypes.filter(type => type.symmetric).map(({ type }) => type));
const isSymmetric = (relation: string) => symmetric.has(relation);

const forms = new Map<string, number>();
const formLines: string[] = [];
function idOf(form: WordForm): number {
  const name = `${form.kind} ${form.fold}`;
  let id = forms.get(name);
  if (id === undefined) {
    id = formLines.length;
    forms.set(name, id);
    const word = reader(form);
    const relations = [
      ...new Set(
        word.triggers.flatMap(({ lexeme }) =>
          lexeme.senses.map(({ relation, core }) => `${relation}${core ? '!' : ''}`),
        ),
      ),
    ];
    formLines.push(
      [
        clusterKey(form).replace(/\s/g, ' '),
        word.stem.replace(/\s/g, ' '),
        form.kind,
        word.class,
        word.conjunction ? 1 : 0,
        word.proclitic,
        word.definite ? 1 : 0,
        word.event ? 1 : 0,
        word.closed ? 1 : 0,
        word.saying ? 1 : 0,
        relations.join(','),
      ].join('\t'),
    );
  }
  return id;
}

const articlesFile = openSync(join(output, 'articles.jsonl'), 'w');
function write(recognition: Recognition, wanted: Wanted, kind: string, target = articlesFile): void {
  const { document } = recognition;
  const ids: string[] = [];
  const types: string[] = [];
  const indexOf = new Map<string, number>();
  const entity = (name: string, type: string): number => {
    let index = indexOf.get(name);
    if (index === undefined) {
      index = ids.length;
      indexOf.set(name, index);
      ids.push(name);
      types.push(type);
    }
    return index;
  };
  const name = (id: string) => wanted.names.get(id) ?? `?${id}`;
  const phrases: number[][] = [];
  const KINDS = ['name', 'demonym', 'pronoun', 'title', 'nominal'];
  const GOVERNORS = ['none', 'preposition', 'verb', 'clause', 'event', 'entity'];
  events.readSentences(recognition, sentence => {
    for (const phrase of sentence.phrases) {
      const { mention } = phrase;
      let kindNumber = KINDS.indexOf(mention.kind);
      if (kindNumber < 0) {
        KINDS.push(mention.kind);
        kindNumber = KINDS.length - 1;
      }
      phrases.push([
        sentence.index,
        entity(name(mention.entity.id), mention.entity.type),
        mention.first,
        mention.last,
        phrase.start,
        phrase.end,
        kindNumber,
        GOVERNORS.indexOf(phrase.governor),
        phrase.nested ? 1 : 0,
        phrase.implicit ? 1 : 0,
        mention.collective ? 1 : 0,
        Math.min(9, phrase.salience),
        phrase.group,
      ]);
    }
  });
  const labels: [number[], string, string, string][] = [];
  for (const [key, sentences] of statedBy(wanted, isSymmetric)) {
    const [subject = '', type = '', object = ''] = key.split(' ');
    labels.push([[...sentences], subject, type, object]);
  }
  writeSync(
    target,
    `${JSON.stringify({
      doc: wanted.doc,
      kind,
      title: document.titleSentences,
      tokens: document.tokens.map(({ form }) => idOf(form)),
      sentences: document.sentences.map(({ first, last }) => [first, last]),
      phrases,
      entities: ids,
      types,
      ignored: [...wanted.ignored],
      labels,
      wanted: [...wantedKeys(wanted, isSymmetric).keys()],
      states: findStates(recognition).map(({ subject, type, object }) =>
        keyOf(
          name(subject.entity.id),
          type,
          name('entity' in object ? object.entity.id : object.id),
          isSymmetric(type),
        ),
      ),
    })}\n`,
  );
}
for (const directory of goldDirs)
  for (const { article, gold } of readGold(directory)) {
    const recognition = recognize(article);
    write(recognition, wantedByGold(recognition, gold), 'gold');
  }
const ANNOTATIONS = fileURLToPath(new URL('../annotations.txt', import.meta.url));
for (const annotation of readAnnotations(ANNOTATIONS, corpus)) {
  const recognition = recognize(annotation.article);
  write(recognition, wantedByAnnotation(recognition, annotation), 'annotation');
}
closeSync(articlesFile);
const corpusFile = openSync(join(output, 'corpus.jsonl'), 'w');
for (const article of readCorpus(corpus)) {
  const none = { doc: article.id, names: new Map<string, string>(), ignored: new Set<string>(), relations: [] };
  write(recognize(article), none, 'corpus', corpusFile);
}
closeSync(corpusFile);
writeFileSync(join(output, 'forms.tsv'), `${formLines.join('\n')}\n`);
writeFileSync(
  join(output, 'relations.json'),
  JSON.stringify(schema.relationTypes),
);
console.log(`${formLines.length} forms`);

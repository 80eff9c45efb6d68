/** How each kind of answer but relations looks as a table, as JSON and as CSV. */
import type {
  EntityRecord,
  EntityRef,
  KnowledgeGraph,
  Neighbor,
  Path,
  Relation,
  Statistics,
  TimelineEntry,
} from '../query/index.js';
import type { AnswerKind } from './answers.js';
import {
  dates,
  evidenceLine,
  nameColumn,
  RELATION_CSV,
  relationJson,
  relationName,
} from './relation-answers.js';
import { type Column, createStyle, isolate, plain } from './table.js';

interface Card {
  readonly entity: EntityRecord;
  readonly relations?: readonly Relation[];
}

/** A list of entities; with relations, a card. */
export function entityKind(graph: KnowledgeGraph, withEvidence: boolean): AnswerKind<Card> {
  const columns: Column<Card>[] = [
    nameColumn('Name', ({ entity }) => entity),
    { title: 'Type', value: ({ entity }) => [entity.type, entity.subtype].filter(Boolean).join(': ') },
    { title: 'Country', value: ({ entity }) => entity.country },
    { title: 'Mentions', value: ({ entity }) => entity.mentions, align: 'right' },
    { title: 'Relations', value: ({ entity }) => entity.degree, align: 'right' },
    { title: 'Date', value: ({ entity }) => dates(entity) },
    { title: 'Id', value: ({ entity }) => entity.id },
  ];
  return {
    columns,
    csv: [
      { title: 'id', value: ({ entity }) => entity.id },
      { title: 'type', value: ({ entity }) => entity.type },
      { title: 'subtype', value: ({ entity }) => entity.subtype },
      { title: 'label', value: ({ entity }) => entity.label.ar },
      { title: 'label_en', value: ({ entity }) => entity.label.en },
      { title: 'aliases', value: ({ entity }) => entity.aliases.join('|') },
      { title: 'country', value: ({ entity }) => entity.country },
      { title: 'wikidata', value: ({ entity }) => entity.wikidata },
      { title: 'mentions', value: ({ entity }) => entity.mentions },
      { title: 'articles', value: ({ entity }) => entity.articles },
      { title: 'degree', value: ({ entity }) => entity.degree },
      { title: 'pagerank', value: ({ entity }) => entity.pagerank },
    ],
    json: ({ entity, relations }) =>
      relations === undefined
        ? entity
        : { ...entity, relations: relations.map(one => relationJson(one, withEvidence)) },
    details: ({ entity, relations }) =>
      relations === undefined ? [] : cardLines(graph, entity, relations, withEvidence),
  };
}

function cardLines(
  graph: KnowledgeGraph,
  entity: EntityRecord,
  relations: readonly Relation[],
  withEvidence: boolean,
): string[] {
  const { dim } = createStyle();
  const community = [...graph.entities({ community: entity.community })].length;
  return [
    ...(entity.aliases.length > 0 ? [`${dim('also')} ${entity.aliases.map(isolate).join(', ')}`] : []),
    ...(entity.wikidata
      ? [`${dim('Wikidata')} https://www.wikidata.org/wiki/${plain(entity.wikidata)}`]
      : []),
    `${dim('rank')} ${entity.pagerank.toFixed(4)}  ${dim('community')} ${entity.community} (${community} entities)`,
    ...relations.flatMap(relation => [
      `${isolate(relation.subject.label.ar)} ${relationName(relation)} ${isolate(relation.object.label.ar)}` +
        dim(`  ${relation.sources} ${relation.sources === 1 ? 'source' : 'sources'}`),
      ...(withEvidence ? relation.evidence().map(line => `  ${evidenceLine(line)}`) : []),
    ]),
  ];
}

export function neighborKind(withEvidence: boolean): AnswerKind<Neighbor> {
  const types = ({ relations }: Neighbor) => [...new Set(relations.map(relationName))].join(', ');
  return {
    columns: [
      nameColumn('Name', ({ entity }) => entity),
      { title: 'Type', value: ({ entity }) => entity.type },
      { title: 'Sources', value: ({ sources }) => sources, align: 'right' },
      { title: 'Relations', value: types },
    ],
    csv: [
      { title: 'id', value: ({ entity }) => entity.id },
      { title: 'label', value: ({ entity }) => entity.label.ar },
      { title: 'label_en', value: ({ entity }) => entity.label.en },
      { title: 'type', value: ({ entity }) => entity.type },
      { title: 'sources', value: ({ sources }) => sources },
      { title: 'relations', value: types },
    ],
    json: ({ relations, ...rest }) => ({
      ...rest,
      relations: relations.map(relation => relationJson(relation, withEvidence)),
    }),
    details: ({ relations }) =>
      withEvidence ? relations.flatMap(relation => relation.evidence().map(evidenceLine)) : [],
  };
}

export function pathKind(withEvidence: boolean): AnswerKind<Path> {
  const way = ({ entities }: Path, name: (entity: EntityRef) => string) => entities.map(name).join(' → ');
  const step = (relations: readonly Relation[], index: number, path: Path) =>
    relations.map(relation => {
      const forward = relation.subject.id === path.entities[index]?.id;
      return forward || relation.symmetric ? relationName(relation) : `← ${relationName(relation)}`;
    });
  return {
    columns: [
      { title: 'Steps', value: ({ length }) => length, align: 'right' },
      { title: 'Way', value: path => way(path, ({ label }) => label.en || label.ar) },
      {
        title: 'Relations',
        value: path =>
          path.steps.map((relations, index) => step(relations, index, path).join(', ')).join(' | '),
      },
    ],
    csv: [
      { title: 'length', value: ({ length }) => length },
      { title: 'ids', value: path => way(path, ({ id }) => id) },
      { title: 'labels', value: path => way(path, ({ label }) => label.ar) },
      {
        title: 'relations',
        value: path =>
          path.steps.map((relations, index) => step(relations, index, path).join(';')).join(' | '),
      },
    ],
    json: path => ({
      ...path,
      steps: path.steps.map(relations => relations.map(relation => relationJson(relation, withEvidence))),
    }),
    // Each name keeps to itself, so that the arrows point on whatever the script.
    details: ({ entities, steps }) => [
      entities.map(({ label }) => isolate(label.ar)).join(' → '),
      ...(withEvidence
        ? steps.flat().flatMap(relation => relation.evidence().slice(0, 1).map(evidenceLine))
        : []),
    ],
  };
}

export function timelineKind(withEvidence: boolean): AnswerKind<TimelineEntry> {
  const columns: readonly Column<TimelineEntry>[] = [
    { title: 'Date', value: ({ date }) => date },
    nameColumn('Subject', ({ relation }) => relation.subject),
    { title: 'Relation', value: ({ relation }) => relationName(relation) },
    nameColumn('Object', ({ relation }) => relation.object),
    { title: 'Dated by', value: ({ dated }) => dated },
  ];
  return {
    columns,
    csv: [
      { title: 'date', value: ({ date }) => date },
      { title: 'dated', value: ({ dated }) => dated },
      ...RELATION_CSV.map(({ title, value }) => ({
        title,
        value: ({ relation }: TimelineEntry) => value(relation),
      })),
      { title: 'evidence', value: ({ evidence }) => evidence.text },
      { title: 'url', value: ({ evidence }) => evidence.article.url },
    ],
    details: ({ evidence }) => (withEvidence ? [evidenceLine(evidence)] : []),
  };
}

export function statisticsKind(): AnswerKind<Statistics> {
  const counts = (record: Readonly<Record<string, number>>) =>
    Object.entries(record)
      .map(([name, count]) => `${isolate(name)} ${count}`)
      .join(', ');
  const columns: readonly Column<Statistics>[] = [
    { title: 'Entities', value: ({ entities }) => entities, align: 'right' },
    { title: 'Relations', value: ({ relations }) => relations, align: 'right' },
    { title: 'Statements', value: ({ statements }) => statements, align: 'right' },
    { title: 'Articles', value: ({ articles }) => articles, align: 'right' },
    { title: 'Dates', value: dates },
  ];
  return {
    columns,
    details: stats => [
      `Entities: ${counts(stats.entitiesByType)}`,
      `Relations: ${counts(stats.relationsByType)}`,
      `Polarity: ${counts(stats.relationsByPolarity)}`,
      `Modality: ${counts(stats.relationsByModality)}`,
      `Sources: ${counts(stats.articlesBySource)}`,
    ],
  };
}

/** What is known of a relation while extractions are added, and the edge that it becomes. */
import type {
  ArticleRecord,
  EdgeAttributes,
  EdgeStatement,
  Evidence,
  Modality,
  Polarity,
  Statement,
} from '../model.js';
import { compare } from '../order.js';
import { relationType } from '../schema/index.js';
import type { Schema } from '../schema/types.js';
import { DateRange } from './date-range.js';
import { groupSimilar } from './similar.js';

export interface EdgeDraft {
  readonly subject: string;
  readonly type: string;
  readonly object: string;
  readonly polarity: Polarity;
  /** In the order in which they came, and as often. */
  readonly statements: EdgeStatement[];
}

/** The articles behind a graph, and the place of each among them by date and id. */
export interface DatedArticles {
  readonly records: ReadonlyMap<string, ArticleRecord>;
  readonly ranks: ReadonlyMap<string, number>;
}

export function byDate(records: ReadonlyMap<string, ArticleRecord>): DatedArticles {
  const sorted = [...records].sort(
    ([a, { date: dateOfA = '9999' }], [b, { date: dateOfB = '9999' }]) =>
      compare(dateOfA, dateOfB) || compare(a, b),
  );
  return { records, ranks: new Map(sorted.map(([doc], rank) => [doc, rank])) };
}

const MODALITIES: readonly Modality[] = ['actual', 'past', 'planned', 'alleged'];
/** No number of repetitions makes a fact certain. */
const HIGHEST_CONFIDENCE = 0.99;

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/**
 * The statement as an edge keeps it; `swap` where the edge runs the other way, `share` gives one string for
 * equal sentences of the article and `shareRule` for equal rules. The members stand in the order in which they are
 * written, as there are millions.
 */
export function toEdgeStatement(
  article: string,
  statement: Statement,
  swap: boolean,
  share: (text: string) => string,
  shareRule: (rule: string) => string,
): EdgeStatement {
  const { id, modality, confidence, time, partialTime, attribution, office } = statement;
  const rule = shareRule(statement.rule);
  const evidence = statement.evidence.map(place => toEvidence(place, swap, share));
  if ((time ?? partialTime ?? attribution ?? office) === undefined) {
    return { id, modality, confidence, rule, article, evidence };
  }
  const kept: Partial<Mutable<EdgeStatement>> = { id, modality, confidence };
  if (time !== undefined) kept.time = time;
  if (partialTime !== undefined) kept.partialTime = partialTime;
  if (attribution !== undefined) kept.attribution = attribution;
  if (office !== undefined) kept.office = office;
  return Object.assign(kept, { rule, article, evidence }) as EdgeStatement;
}

function toEvidence(place: Evidence, swap: boolean, share: (text: string) => string): Evidence {
  const { start, end, predicate } = place;
  const text = share(place.text);
  const subject = swap ? place.object : place.subject;
  const object = swap ? place.subject : place.object;
  if (subject !== undefined && object !== undefined) {
    return predicate === undefined
      ? { start, end, text, subject, object }
      : { start, end, text, subject, predicate, object };
  }
  return {
    start,
    end,
    text,
    ...(subject !== undefined && { subject }),
    ...(predicate !== undefined && { predicate }),
    ...(object !== undefined && { object }),
  };
}

export function toEdge(draft: EdgeDraft, articles: DatedArticles, schema: Schema): EdgeAttributes {
  const { label, symmetric, score } = relationType(schema, draft.type);
  const statements = inOrder(draft.statements, articles);
  const independent = independentConfidences(statements);
  const doubt = independent.reduce((product, confidence) => product * (1 - confidence), 1);
  const dates = datesOf(statements, articles);
  const edge: Omit<EdgeAttributes, 'statements'> = {
    type: draft.type,
    label: label.ar,
    labelEn: label.en,
    symmetric,
    polarity: draft.polarity,
    modality: strongestModality(statements),
    weight: statements.length,
    sources: independent.length,
    articles: countArticles(statements),
    confidence: Math.round(Math.min(HIGHEST_CONFIDENCE, 1 - doubt) * 1000) / 1000,
  };
  if (dates.first !== undefined) edge.firstDate = dates.first;
  if (dates.last !== undefined) edge.lastDate = dates.last;
  if (score !== undefined) edge.tone = score;
  // Last, since the members then stand in the order in which they are written.
  return Object.assign(edge, { statements });
}

/** By the dates of their articles, the articles and the places in them, each once. */
function inOrder(statements: readonly EdgeStatement[], { ranks }: DatedArticles): readonly EdgeStatement[] {
  if (statements.length === 1) return statements;
  const distinct = new Map(statements.map(statement => [statement.id, statement]));
  return [...distinct.values()]
    .map(statement => ({
      statement,
      rank: ranks.get(statement.article) ?? 0,
      start: statement.evidence[0]?.start ?? 0,
    }))
    .sort((a, b) => a.rank - b.rank || a.start - b.start || compare(a.statement.id, b.statement.id))
    .map(({ statement }) => statement);
}

/** Of each group of statements that copy one another, the highest confidence. */
function independentConfidences(statements: readonly EdgeStatement[]): number[] {
  const groups = groupSimilar(statements.map(({ id, evidence }) => evidence[0]?.text ?? id));
  const best: number[] = [];
  statements.forEach(({ confidence }, index) => {
    const group = groups[index] ?? index;
    best[group] = Math.max(confidence, best[group] ?? 0);
  });
  return best;
}

/** When the statements say that it was so, or else the dates of their articles. */
function datesOf(statements: readonly EdgeStatement[], { records }: DatedArticles): DateRange {
  const dates = new DateRange();
  for (const { time, article } of statements) {
    const given = time ?? records.get(article)?.date;
    if (given === undefined) continue;
    for (const date of given.split('/')) if (date !== '') dates.add(date);
  }
  return dates;
}

function strongestModality(statements: readonly EdgeStatement[]): Modality {
  return (
    MODALITIES.find(candidate => statements.some(statement => statement.modality === candidate)) ?? 'actual'
  );
}

/** Of statements in order, where those of an article stand together. */
function countArticles(statements: readonly EdgeStatement[]): number {
  let count = 0;
  let before: string | undefined;
  for (const { article } of statements) {
    if (article !== before) count++;
    before = article;
  }
  return count;
}

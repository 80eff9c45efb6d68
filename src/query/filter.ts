/** Filters compiled once: names resolved, dates parsed; then one cheap test an edge. */
import { UserError } from '../errors.js';
import type { EdgeStatement, RelationGraph } from '../model.js';
import { nameKey } from './name-index.js';
import { askedPeriod, overlaps, period } from './period.js';
import type { StatementTest } from './records.js';
import { statementDate } from './records.js';
import type { EntityFilter, NameOrId, OneOrMany, RelationFilter } from './types.js';

/** How names become ids. */
export interface Lookup {
  /** The ids that a name may stand for, the likeliest first. */
  readonly find: (nameOrId: NameOrId) => readonly string[];
  /** The likeliest; throws where there is none. */
  readonly require: (nameOrId: NameOrId) => string;
}

export interface EdgeMatch {
  /** Whether the edge answers the question, and whether it must be turned to do so. */
  readonly turned: boolean;
}

export interface CompiledRelationFilter {
  /** Edges that may match: those of the named ends, or all. */
  readonly candidates: () => Iterable<string>;
  readonly match: (edge: string) => EdgeMatch | undefined;
  /** The test that single statements must pass; undefined where the filter asks nothing of them. */
  readonly statement: StatementTest | undefined;
}

export function compileRelationFilter(
  graph: RelationGraph,
  filter: RelationFilter,
  lookup: Lookup,
): CompiledRelationFilter {
  const subjects = ids(filter.subject, lookup);
  const objects = ids(filter.object, lookup);
  const eithers = ids(filter.either, lookup);
  const [left, right] = filter.between ?? [];
  const pair = [ids(left, lookup), ids(right, lookup)] as const;
  const types = set(filter.type);
  const modalities = set(filter.modality);
  const subjectTypes = set(filter.subjectType);
  const objectTypes = set(filter.objectType);
  const statement = statementTest(graph, filter, lookup);

  const fits = (from: string, to: string): boolean =>
    (subjects?.has(from) ?? true) &&
    (objects?.has(to) ?? true) &&
    (subjectTypes?.has(graph.getNodeAttribute(from, 'type')) ?? true) &&
    (objectTypes?.has(graph.getNodeAttribute(to, 'type')) ?? true);
  const fitsEitherWay = (from: string, to: string): boolean =>
    (eithers === undefined || eithers.has(from) || eithers.has(to)) &&
    (pair[0] === undefined ||
      pair[1] === undefined ||
      (pair[0].has(from) && pair[1].has(to)) ||
      (pair[0].has(to) && pair[1].has(from)));

  const match = (edge: string): EdgeMatch | undefined => {
    const attributes = graph.getEdgeAttributes(edge);
    if (types !== undefined && !types.has(attributes.type)) return undefined;
    if (filter.polarity !== undefined && attributes.polarity !== filter.polarity) return undefined;
    if (modalities !== undefined && !modalities.has(attributes.modality)) return undefined;
    if (attributes.sources < (filter.minSources ?? 0)) return undefined;
    if (attributes.articles < (filter.minArticles ?? 0)) return undefined;
    if (attributes.weight < (filter.minWeight ?? 0)) return undefined;
    if (attributes.confidence < (filter.minConfidence ?? 0)) return undefined;
    if (filter.minTone !== undefined && !((attributes.tone ?? Number.NaN) >= filter.minTone))
      return undefined;
    if (filter.maxTone !== undefined && !((attributes.tone ?? Number.NaN) <= filter.maxTone))
      return undefined;
    const [from, to] = graph.extremities(edge);
    if (!fitsEitherWay(from, to)) return undefined;
    const straight = fits(from, to);
    if (!straight && !(attributes.symmetric && fits(to, from))) return undefined;
    if (statement !== undefined && !attributes.statements.some(statement)) return undefined;
    return { turned: !straight };
  };
  const ends = subjects ?? objects ?? eithers ?? pair[0];
  return { candidates: () => candidateEdges(graph, ends), match, statement };
}

/** The edges of some nodes, each once; all edges without nodes. */
function* candidateEdges(graph: RelationGraph, ends: ReadonlySet<string> | undefined): Iterable<string> {
  if (ends === undefined) {
    for (const { edge } of graph.edgeEntries()) yield edge;
    return;
  }
  const seen = new Set<string>();
  for (const id of ends) {
    for (const { edge } of graph.edgeEntries(id)) {
      if (seen.has(edge)) continue;
      seen.add(edge);
      yield edge;
    }
  }
}

function statementTest(
  graph: RelationGraph,
  filter: RelationFilter,
  lookup: Lookup,
): StatementTest | undefined {
  const asked = askedPeriod(filter.since, filter.until);
  const sources = filter.source === undefined ? undefined : new Set(list(filter.source).map(nameKey));
  const articles = set(filter.article);
  const { attribution } = filter;
  const tests: StatementTest[] = [];
  if (asked !== undefined) {
    tests.push(statement => {
      const date = statementDate(graph, statement);
      const found = date === undefined ? undefined : period(date);
      return found !== undefined && overlaps(found, asked);
    });
  }
  if (sources !== undefined) tests.push(statement => carriedBy(graph, statement, sources));
  if (articles !== undefined) tests.push(statement => articles.has(statement.article));
  if (attribution !== undefined) {
    const words = nameKey(attribution);
    const speakers = new Set(lookup.find(attribution));
    tests.push(
      ({ attribution: said }) => said !== undefined && (speakers.has(said) || nameKey(said).includes(words)),
    );
  }
  return tests.length === 0 ? undefined : statement => tests.every(test => test(statement));
}

/** Whether a newspaper or agency carried the statement's article, or a copy of it. */
function carriedBy(graph: RelationGraph, statement: EdgeStatement, sources: ReadonlySet<string>): boolean {
  const articles = graph.getAttribute('articles');
  const article = Object.hasOwn(articles, statement.article) ? articles[statement.article] : undefined;
  return [article, ...(article?.copies ?? [])].some(
    place => place?.source !== undefined && sources.has(nameKey(place.source)),
  );
}

/** A test for entities. Throws where a country is unknown. */
export function compileEntityFilter(
  graph: RelationGraph,
  filter: EntityFilter,
  lookup: Lookup,
): (id: string) => boolean {
  const types = set(filter.type);
  const subtypes = set(filter.subtype);
  const countries = countryCodes(graph, filter.country, lookup);
  const part = filter.contains === undefined ? undefined : nameKey(filter.contains);
  return id => {
    const node = graph.getNodeAttributes(id);
    return (
      (types?.has(node.type) ?? true) &&
      (subtypes === undefined || (node.subtype !== undefined && subtypes.has(node.subtype))) &&
      (countries === undefined ||
        [node.country, node.iso].some(code => code !== undefined && countries.has(code))) &&
      (filter.known === undefined || node.known === filter.known) &&
      (filter.named === undefined || (node.named ?? true) === filter.named) &&
      (filter.community === undefined || node.community === filter.community) &&
      node.mentions >= (filter.minMentions ?? 0) &&
      node.articles >= (filter.minArticles ?? 0) &&
      graph.degree(id) >= (filter.minDegree ?? 0) &&
      (part === undefined ||
        [node.label, node.labelEn, ...node.aliases].some(name => nameKey(name).includes(part)))
    );
  };
}

/** ISO codes: given as such (the country itself need not be a node), or those of the named countries. */
function countryCodes(
  graph: RelationGraph,
  country: OneOrMany<NameOrId> | undefined,
  lookup: Lookup,
): ReadonlySet<string> | undefined {
  if (country === undefined) return undefined;
  const codes = list(country).flatMap(name => {
    if (/^[A-Za-z]{2}$/.test(name)) return [name.toUpperCase()];
    const iso = graph.getNodeAttribute(lookup.require(name), 'iso');
    if (iso === undefined) throw new UserError(`"${name}" is no country of this graph.`);
    return [iso];
  });
  return new Set(codes);
}

function ids(names: OneOrMany<NameOrId> | undefined, lookup: Lookup): ReadonlySet<string> | undefined {
  return names === undefined ? undefined : new Set(list(names).map(lookup.require));
}

function list<T>(value: OneOrMany<T>): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

function set<T>(value: OneOrMany<T> | undefined): ReadonlySet<T> | undefined {
  return value === undefined ? undefined : new Set(list(value));
}

import { Command, InvalidArgumentError, Option } from 'commander';
import { UserError } from '../errors.js';
import type { Modality, Polarity } from '../model.js';
import { type KnowledgeGraph, openGraph, type RelationFilter } from '../query/index.js';
import { byStrength } from '../query/records.js';
import { nodeTypesNamed, relationTypesNamed } from '../query/type-names.js';
import {
  ANSWER_FORMATS,
  type AnswerFormat,
  type AnswerKind,
  answerFormatOption,
  renderAnswer,
} from './answers.js';
import { entityKind, neighborKind, pathKind, statisticsKind, timelineKind } from './query-answers.js';
import { questionOf } from './query-usage.js';
import { relationKind } from './relation-answers.js';

interface Options {
  readonly from?: string[];
  readonly relation?: string[];
  readonly to?: string[];
  readonly either?: string[];
  readonly between?: string[];
  readonly since?: string;
  readonly until?: string;
  readonly polarity?: Polarity;
  readonly modality?: Modality[];
  readonly source?: string[];
  readonly saidBy?: string;
  readonly minSources?: number;
  readonly minConfidence?: number;
  readonly fromType?: string[];
  readonly toType?: string[];
  readonly entity?: string;
  readonly entities?: boolean;
  readonly type?: string[];
  readonly country?: string[];
  readonly neighbors?: string;
  readonly path?: string[];
  readonly maxLength?: number;
  readonly timeline?: string[];
  readonly stats?: boolean;
  readonly top?: number;
  readonly evidence?: boolean;
  readonly format: AnswerFormat;
}

const MAX_LENGTH = 3;

/** `rawabit query`: questions to a graph. Exit code 0: found; 1: nothing found; 2: wrong usage. */
export function queryCommand(): Command {
  const command = new Command('query')
    .description('ask a graph: relations by default, or entities, paths, timelines')
    .usage('<graph> [options]')
    .argument('[graph]', 'a graph.json')
    .option('--from <name...>', 'subject of the relation; names in Arabic or English, or ids')
    .option('--relation <type...>', 'relation types: visits, "holds office", يلتقي …')
    .option('--to <name...>', 'object of the relation')
    .option('--either <name...>', 'an entity at either end')
    .option('--between <name...>', 'two entities, in both directions')
    .option('--since <date>', 'not before: 2024, 2024-03 or 2024-03-12')
    .option('--until <date>', 'not after')
    .addOption(new Option('--polarity <polarity>', 'only').choices(['affirmed', 'negated']))
    .addOption(
      new Option('--modality <modality...>', 'only').choices(['actual', 'planned', 'alleged', 'past']),
    )
    .option('--source <name...>', 'newspapers or agencies that state it')
    .option('--said-by <name>', 'who is quoted')
    .option('--min-sources <n>', 'independent texts at least', wholeNumber)
    .option('--min-confidence <p>', 'confidence at least, 0 to 1', fraction)
    .option('--from-type <type...>', 'subjects of these node types')
    .option('--to-type <type...>', 'objects of these node types')
    .option('--entity <name>', 'the card of an entity')
    .option('--entities', 'list entities')
    .option('--type <type...>', 'with --entities: of these node types')
    .option('--country <name...>', 'with --entities: of these countries')
    .option('--neighbors <name>', 'what an entity is tied to')
    .option('--path <name...>', 'ways from one entity to another')
    .option('--max-length <n>', `with --path: steps at most (default: ${MAX_LENGTH})`, wholeNumber)
    .option('--timeline <name...>', 'dated statements about an entity, or between two')
    .option('--stats', 'counts of what the graph holds')
    .option('--top <n>', 'only the best backed (of entities: the most central) so many', wholeNumber)
    .option('--evidence', 'show the sentences and their articles')
    .addOption(answerFormatOption())
    .addHelpText('after', EXAMPLES);
  return command.action(async (file: string | undefined, options: Options) => {
    if (file === undefined) {
      // An option that takes several names takes the graph for one of them.
      throw new UserError('the graph is missing; it stands first: rawabit query graph.json --from …', {
        usage: true,
      });
    }
    questionOf(options);
    const graph = await openGraph(file);
    const { writeOut, writeErr } = command.configureOutput();
    const count = answer(graph, options, writeOut ?? (text => void process.stdout.write(text)));
    if (count === 0 && options.format === 'table') writeErr?.('Nothing was found.\n');
    process.exitCode = count > 0 ? 0 : 1;
  });
}

const EXAMPLES = `
Examples:
  rawabit query output/graph.json --from بوتين --relation visits --evidence
  rawabit query output/graph.json --between Russia أوكرانيا --since 2024 --min-sources 2
  rawabit query output/graph.json --entity الناتو
  rawabit query output/graph.json --entities --type base --country سوريا
  rawabit query output/graph.json --path "حلف شمال الأطلسي" طاجيكستان --max-length 3
  rawabit query output/graph.json --timeline Armenia --format csv
  rawabit query output/graph.json --relation attacks --format ndjson | jq -r '.subject.label.ar'

Exit code: 0 found, 1 nothing found, 2 wrong usage. Formats: ${ANSWER_FORMATS.join(', ')}.`;

/** Prints the answer; returns how much was found. */
function answer(graph: KnowledgeGraph, options: Options, write: (text: string) => void): number {
  const print = <Row>(rows: readonly Row[], kind: AnswerKind<Row>): number => {
    const kept = options.top === undefined ? rows : rows.slice(0, options.top);
    for (const text of renderAnswer(kept, kind, options.format)) write(text);
    return kept.length;
  };
  const filter = relationFilter(graph, options);
  const ties = omitEnds(filter);
  const isDetailed = options.evidence === true;

  if (options.stats) return print([graph.stats()], statisticsKind());
  if (options.entity !== undefined) {
    const entity = graph.requireEntity(options.entity);
    const relations = [...graph.relations({ ...filter, either: entity.id })].sort(byStrength);
    return print([{ entity, relations: relations.slice(0, options.top) }], entityKind(graph, isDetailed));
  }
  if (options.entities) {
    const entities = [...graph.entities(entityFilter(graph, options))];
    entities.sort((a, b) => b.pagerank - a.pagerank || (a.id < b.id ? -1 : 1));
    return print(
      entities.map(entity => ({ entity })),
      entityKind(graph, false),
    );
  }
  if (options.neighbors !== undefined)
    return print(graph.neighbors(options.neighbors, ties), neighborKind(isDetailed));
  if (options.path !== undefined) {
    const [from, to] = two('--path', options.path);
    const { type, ...rest } = ties;
    const types = type === undefined ? {} : { types: type };
    const paths = graph.paths(from, to, { ...rest, ...types, maxLength: options.maxLength ?? MAX_LENGTH });
    return print(first(paths, options.top ?? 20), pathKind(isDetailed));
  }
  if (options.timeline !== undefined) {
    const [one = '', other, ...more] = options.timeline;
    if (more.length > 0) throw new UserError('--timeline takes one or two names.', { usage: true });
    return print(graph.timeline(other === undefined ? one : [one, other], ties), timelineKind(isDetailed));
  }
  return print([...graph.relations(filter)].sort(byStrength), relationKind(isDetailed));
}

function relationFilter(graph: KnowledgeGraph, options: Options): RelationFilter {
  return {
    ...(options.from && { subject: options.from }),
    ...(options.to && { object: options.to }),
    ...(options.either && { either: options.either }),
    ...(options.between && { between: two('--between', options.between) }),
    ...(options.relation && { type: relationTypesNamed(graph, options.relation) }),
    ...(options.since !== undefined && { since: options.since }),
    ...(options.until !== undefined && { until: options.until }),
    ...(options.polarity && { polarity: options.polarity }),
    ...(options.modality && { modality: options.modality }),
    ...(options.source && { source: options.source }),
    ...(options.saidBy !== undefined && { attribution: options.saidBy }),
    ...(options.minSources !== undefined && { minSources: options.minSources }),
    ...(options.minConfidence !== undefined && { minConfidence: options.minConfidence }),
    ...(options.fromType && { subjectType: nodeTypesNamed(graph, options.fromType) }),
    ...(options.toType && { objectType: nodeTypesNamed(graph, options.toType) }),
  };
}

function entityFilter(graph: KnowledgeGraph, { type, country, minSources }: Options) {
  return {
    ...(type && { type: nodeTypesNamed(graph, type) }),
    ...(country && { country }),
    ...(minSources !== undefined && { minArticles: minSources }),
  };
}

function omitEnds({ subject, object, either, between, ...ties }: RelationFilter) {
  return ties;
}

function two(option: string, names: readonly string[]): [string, string] {
  const [one, other, ...more] = names;
  if (one === undefined || other === undefined || more.length > 0) {
    throw new UserError(`${option} takes two names.`, { usage: true });
  }
  return [one, other];
}

function first<T>(items: Iterable<T>, count: number): T[] {
  const found: T[] = [];
  for (const item of items) {
    if (found.length >= count) break;
    found.push(item);
  }
  return found;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
}

function fraction(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('It must be from 0 to 1.');
  return value;
}

import { createHash } from 'node:crypto';
import type { Vocabulary } from '../../language/arabic/tokens.js';
import type { Entity, Evidence, Polarity, Span, Statement } from '../../model.js';
import type { Schema } from '../../schema/types.js';
import type { EntityMention, Recognition } from '../document.js';
import { forEachCandidate, relationTable } from './candidates.js';
import { modalityOf, polarityOf, speakerOf } from './circumstances.js';
import { type ClustersFile, createClusterReader } from './clusters.js';
import { combineReadings, keyOf, type Reading } from './decide.js';
import { type Candidate, featuresOf } from './features.js';
import { createPredicateLexicon } from './lexicon.js';
import { createModel, type ModelFile } from './model.js';
import { SubjectSlot, subjectsOf } from './slots.js';
import { type Finding, findStates } from './states.js';
import { type Phrase, readSentence, type Sentence } from './syntax.js';
import { createTimeFinder } from './time.js';
import { createWordReader } from './words.js';

export type RelationExtractor = (recognition: Recognition) => Statement[];

/** What the events of a sentence are read with. */
export interface EventReader {
  /** Calls back with each sentence and its candidates, in order. */
  read(recognition: Recognition, visit: SentenceVisitor): void;
}

export type SentenceVisitor = (
  sentence: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  candidates: readonly Candidate[],
) => void;

/** Reads articles sentence by sentence into candidates; the training script and the extractor share it. */
export function createEventReader(
  schema: Schema,
  clusters: ClustersFile,
  vocabulary: Vocabulary,
  language = 'ar',
): EventReader {
  const lexicon = createPredicateLexicon(schema.predicates[language] ?? [], vocabulary);
  const reader = createWordReader(lexicon, createClusterReader(clusters), vocabulary);
  const relations = relationTable(schema.relationTypes);
  return {
    read(recognition, visit) {
      const mentions = groupBySentence(recognition.mentions);
      const offices = groupBySentence(recognition.offices);
      const salience = countMentions(recognition.mentions);
      let topic: EntityMention | undefined;
      for (const { index } of recognition.document.sentences) {
        const own = mentions.get(index);
        if (!own) continue;
        const sentence = readSentence(
          recognition,
          index,
          own,
          offices.get(index) ?? [],
          lexicon,
          reader,
          salience,
          topic,
        );
        const subjects = subjectsOf(sentence, topic !== undefined);
        const candidates: Candidate[] = [];
        forEachCandidate(sentence, subjects, relations, candidate => candidates.push(candidate));
        visit(sentence, subjects, candidates);
        topic = topicAfter(subjects) ?? topic;
      }
    },
  };
}

function countMentions(mentions: readonly EntityMention[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { entity } of mentions) counts.set(entity.id, (counts.get(entity.id) ?? 0) + 1);
  return counts;
}

function groupBySentence<T extends { readonly sentence: number }>(items: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(item.sentence);
    if (group) group.push(item);
    else groups.set(item.sentence, [item]);
  }
  return groups;
}

/** The subject of a sentence's first verb is what the next one may leave unsaid. */
function topicAfter(subjects: ReadonlyMap<number, readonly [Phrase, number]>): EntityMention | undefined {
  for (const [phrase, slot] of subjects.values()) {
    if (!phrase.implicit && (slot === SubjectSlot.AfterVerb || slot === SubjectSlot.BeforeVerb))
      return phrase.mention;
  }
  return undefined;
}

/** Makes an extractor of the relations between the entities of an article. */
export function createRelationExtractor(
  schema: Schema,
  vocabulary: Vocabulary,
  weights: ModelFile,
  clusters: ClustersFile,
): RelationExtractor {
  const events = createEventReader(schema, clusters, vocabulary);
  const model = createModel(weights);
  const symmetric = new Set(schema.relationTypes.filter(type => type.symmetric).map(({ type }) => type));
  const isSymmetric = (relation: string) => symmetric.has(relation);
  return recognition => {
    const builder = createStatementBuilder(recognition);
    for (const finding of findStates(recognition)) builder.addState(finding);
    const readings: CandidateReading[] = [];
    events.read(recognition, (_, subjects, candidates) => {
      for (const reading of bestOf(candidates, subjects, model.probability)) readings.push(reading);
    });
    const combined = combineReadings(readings, isSymmetric);
    for (const reading of readings) {
      const { subject, relation, object, probability } = reading;
      const confidence = combined.get(keyOf(subject, relation, object, isSymmetric(relation))) ?? 0;
      const threshold = model.threshold(relation);
      if (confidence < threshold || probability < threshold * WEAK_PLACE) continue;
      builder.addEvent(reading.candidate, Math.max(probability, threshold), reading.subjects);
    }
    return builder.statements();
  };
}

/** The share of the threshold from which a place is kept as evidence beside better ones. */
const WEAK_PLACE = 0.6;

interface CandidateReading extends Reading {
  readonly candidate: Candidate;
  readonly subjects: ReadonlyMap<number, readonly [Phrase, number]>;
}

/** Less likely ones are not worth combining. */
const LEAST_PROBABILITY = 0.02;

/** The most likely candidate of a sentence for each relation between each two entities. */
function bestOf(
  candidates: readonly Candidate[],
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  probabilityOf: (features: readonly number[]) => number,
): Iterable<CandidateReading> {
  const best = new Map<string, CandidateReading>();
  for (const candidate of candidates) {
    const probability = probabilityOf(featuresOf(candidate));
    if (probability < LEAST_PROBABILITY) continue;
    const relation = candidate.sense.relation;
    const [from, to] = candidate.sense.swap
      ? [candidate.object, candidate.subject]
      : [candidate.subject, candidate.object];
    const [subject, object] = [from.mention.entity.id, to.mention.entity.id];
    const key = keyOf(subject, relation, object, candidate.relation.symmetric);
    if (probability <= (best.get(key)?.probability ?? 0)) continue;
    best.set(key, { subject, relation, object, probability, candidate, subjects });
  }
  return best.values();
}

interface StatementBuilder {
  addState(finding: Finding): void;
  addEvent(
    candidate: Candidate,
    confidence: number,
    subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  ): void;
  statements(): Statement[];
}

function createStatementBuilder({ document }: Recognition): StatementBuilder {
  const timeAt = createTimeFinder(document);
  const found = new Map<string, Statement>();
  const { text } = document;
  const add = (statement: Omit<Statement, 'id'>) => {
    const [evidence] = statement.evidence;
    const id = createHash('sha1')
      .update(
        [
          document.article.id,
          statement.subject,
          statement.type,
          statement.object,
          statement.polarity,
          statement.modality,
          evidence?.start,
          evidence?.end,
        ].join('\u0000'),
      )
      .digest('hex')
      .slice(0, 16);
    const known = found.get(id);
    if (!known || known.confidence < statement.confidence) found.set(id, { id, ...statement });
  };
  const evidenceOf = (sentence: number, parts: Omit<Evidence, 'text' | 'start' | 'end'>): Evidence => {
    const { start = 0, end = 0 } = document.sentences[sentence] ?? {};
    return { start, end, text: text.slice(start, end), ...parts };
  };
  const spanOf = ({ start, end }: Span): Span => ({ start, end });
  const inSentence = (mention: EntityMention, sentence: number): { span?: Span } =>
    mention.sentence === sentence && !mention.attached ? { span: spanOf(mention) } : {};

  return {
    addState({ subject, type, object, modality, confidence, rule, sentence, office }) {
      const target: Entity = 'entity' in object ? object.entity : object;
      const { span: subjectSpan } = inSentence(subject, sentence);
      const { span: objectSpan } = 'entity' in object ? inSentence(object, sentence) : {};
      add({
        subject: subject.entity.id,
        type,
        object: target.id,
        polarity: 'affirmed',
        modality,
        ...(office && { office }),
        confidence,
        rule,
        evidence: [
          evidenceOf(sentence, {
            ...(subjectSpan && { subject: subjectSpan }),
            ...(objectSpan && { object: objectSpan }),
          }),
        ],
      });
    },
    addEvent(candidate, confidence, subjects) {
      const { sentence, predicate, sense } = candidate;
      const [subject, object] = sense.swap
        ? [candidate.object, candidate.subject]
        : [candidate.subject, candidate.object];
      const polarity: Polarity = polarityOf(sentence, predicate);
      const modality = modalityOf(sentence, predicate, sense.relation === 'criticizes');
      const speaker = speakerOf(sentence, predicate, subjects, index => isSaying(sentence, index));
      const attribution = speaker?.mention.entity.id;
      const token = sentence.tokens[predicate.index];
      const time = token && timeAt(sentence.index, token.start);
      const { span: subjectSpan } = inSentence(subject.mention, sentence.index);
      const { span: objectSpan } = inSentence(object.mention, sentence.index);
      add({
        subject: subject.mention.entity.id,
        type: sense.relation,
        object: object.mention.entity.id,
        polarity,
        modality,
        ...(time !== undefined && { time }),
        ...(attribution !== undefined && attribution !== subject.mention.entity.id && { attribution }),
        confidence: Math.round(confidence * 1000) / 1000,
        rule: predicate.lexeme.name,
        evidence: [
          evidenceOf(sentence.index, {
            ...(subjectSpan && { subject: subjectSpan }),
            ...(objectSpan && { object: objectSpan }),
            ...(token && { predicate: spanOf(token) }),
          }),
        ],
      });
    },
    statements: () =>
      [...found.values()].sort(
        (a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || (a.id < b.id ? -1 : 1),
      ),
  };
}

function isSaying(sentence: Sentence, index: number): boolean {
  return sentence.saying.has(index);
}

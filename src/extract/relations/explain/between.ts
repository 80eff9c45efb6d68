import type { Relation } from '../candidates.js';
import type { Candidate } from '../features.js';
import type { JudgedEvent } from '../judge.js';
import { keyOf } from '../reading.js';
import { endsOf } from '../readings.js';
import type { Sentence } from '../syntax.js';
import { predicateText } from './names.js';
import { explainUnstated, type SentenceReading, statedIn, type Work } from './sentences.js';
import type { Misfit, PairSentence, UnstatedRelation } from './types.js';

/** Why the sentences that refer to two entities state, or do not state, a relation between them. */
export function explainBetween(
  work: Work,
  one: string,
  other: string,
  relations: ReadonlyMap<string, Relation>,
): PairSentence[] {
  const { recognition, readings } = work;
  const { document } = recognition;
  const joins = (a: string, b: string) => (a === one && b === other) || (a === other && b === one);
  const bySentence = new Map(readings.map(reading => [reading.sentence.index, reading]));
  return document.sentences.flatMap(({ start, end }, index) => {
    const stated = statedIn(work, index).filter(({ subject, object }) => joins(subject.id, object.id));
    const reading = bySentence.get(index);
    const candidates = reading?.candidates.filter(candidate => joins(...endsOf(candidate))) ?? [];
    if (stated.length + candidates.length === 0 && !refersTo(reading?.sentence, one, other)) return [];
    const unstated = unstatedOf(work, candidates, new Set(stated.map(({ type }) => type)));
    const weighed = new Set(
      candidates.map(({ predicate, relation }) => `${predicate.index} ${relation.type}`),
    );
    const misfits = reading ? misfitsOf(work, reading, one, other, relations, weighed) : [];
    const why = stated.length + unstated.length === 0 && reading ? whyNone(reading.sentence) : undefined;
    return [
      {
        number: index + 1,
        start,
        end,
        text: document.text.slice(start, end),
        stated,
        unstated,
        ...(why !== undefined && { why }),
        misfits,
      },
    ];
  });
}

/** Whether a sentence refers to both; what the text was speaking of before does not count. */
function refersTo(sentence: Sentence | undefined, one: string, other: string): boolean {
  const shown = sentence?.phrases.filter(({ start, end }) => end > start) ?? [];
  return [one, other].every(id => shown.some(({ mention }) => mention.entity.id === id));
}

/** The likeliest candidate of each relation that the sentence does not state, the likeliest first. */
function unstatedOf(
  work: Work,
  candidates: readonly Candidate[],
  stated: ReadonlySet<string>,
): UnstatedRelation[] {
  const { model, judgement } = work;
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { type } = candidate.relation;
    if (stated.has(type)) continue;
    const [subject, object] = endsOf(candidate);
    const key = keyOf(subject, type, object, candidate.relation.symmetric);
    const known = best.get(key);
    if (!known || rankOf(candidate) > rankOf(known)) best.set(key, candidate);
  }
  return [...best.values()]
    .map(candidate => explainUnstated(work, candidate, eventOf(judgement.events, candidate)))
    .sort(
      (a, b) =>
        Number(a.verdict === 'dropped') - Number(b.verdict === 'dropped') || b.inSentence - a.inSentence,
    );

  /** Those that the sieve dropped come after all others. */
  function rankOf(candidate: Candidate): number {
    const { by, score } = model.weigh(candidate);
    return by === 'sieve' ? score - DROPPED : score;
  }
}

const DROPPED = 1000;

function eventOf(events: readonly JudgedEvent[], candidate: Candidate): JudgedEvent | undefined {
  const { relation } = candidate;
  const [subject, object] = endsOf(candidate);
  const key = keyOf(subject, relation.type, object, relation.symmetric);
  return events.find(event => event.key === key);
}

/** Predicates of the sentence that were not weighed for the two, with the reason. */
function misfitsOf(
  { recognition }: Work,
  { sentence }: SentenceReading,
  one: string,
  other: string,
  relations: ReadonlyMap<string, Relation>,
  weighed: ReadonlySet<string>,
): Misfit[] {
  const typeOf = (id: string) =>
    sentence.phrases.find(({ mention }) => mention.entity.id === id)?.mention.entity.type ?? '';
  const [a, b] = [typeOf(one), typeOf(other)];
  const found = new Map<string, Misfit>();
  for (const predicate of sentence.predicates) {
    const text = predicateText(recognition, sentence, predicate);
    for (const type of predicate.lexeme.relations) {
      const relation = relations.get(type);
      if (!relation || weighed.has(`${predicate.index} ${type}`)) continue;
      const fits = (from: string, to: string) => relation.from.has(from) && relation.to.has(to);
      const reason =
        fits(a, b) || fits(b, a)
          ? 'neither stands where its subject or object may stand'
          : `types do not fit: it takes ${list(relation.from)} and ${list(relation.to)}`;
      found.set(`${text} ${type}`, { predicate: text, relation: type, reason });
    }
  }
  return [...found.values()];
}

const list = (types: ReadonlySet<string>) => [...types].join(' or ');

function whyNone({ predicates }: Sentence): string {
  return predicates.length === 0
    ? 'no predicate: no word of this sentence is known to express a relation'
    : 'no predicate of this sentence joins the two';
}

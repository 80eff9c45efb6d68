import type { Relation } from './candidates.js';
import { makeCandidate } from './features.js';
import { formCodes, type Lexeme, plainReading, type Sense } from './lexicon.js';
import type { Reading } from './reading.js';
import { type CandidateReading, withCandidate } from './readings.js';
import type { Phrase, Predicate, Sentence } from './syntax.js';

/** The name of the rule by which a sentence states a relation as a whole, without a predicate of the lexicon. */
const CONTEXT_RULE = 'context';

const NO_OBJECT: ReadonlySet<string> = new Set();

/** A reading that a pair of phrases makes, with a candidate as its statement needs it. */
export function contextReading(
  sentence: Sentence,
  subjects: CandidateReading['subjects'],
  reading: Reading,
  ends: readonly [Phrase, Phrase],
  relations: ReadonlyMap<string, Relation>,
): CandidateReading {
  const relation = relations.get(reading.relation);
  if (!relation) throw new Error(`no relation ${reading.relation}`);
  const [subject, object] = ends;
  const candidate = makeCandidate({
    sentence,
    predicate: contextPredicate(sentence, reading.predicate),
    sense: contextSense(relation),
    relation,
    subject,
    object,
    subjectSlot: 0,
    objectSlot: 0,
  });
  return withCandidate(reading, candidate, ends, subjects);
}

/** The word that tells whether and when it is stated. */
function contextPredicate({ predicates, tokens }: Sentence, index: number): Predicate {
  const known = predicates.find(predicate => predicate.index === index);
  const reading = known?.reading ?? plainReading(tokens[index]?.form.fold ?? '');
  const lexeme: Lexeme = {
    name: CONTEXT_RULE,
    kind: known?.lexeme.kind ?? 'particle',
    senses: [],
    relations: new Set(),
    saying: false,
    event: known?.lexeme.event ?? false,
  };
  return { lexeme, reading, verb: known?.verb, form: known?.form ?? formCodes(reading, undefined), index };
}

function contextSense({ type, number }: Relation): Sense {
  const codes = { number: 0, type, relation: number, kind: 0, word: 0, family: 0, strength: 0 };
  return { relation: type, object: NO_OBJECT, swap: false, core: false, codes };
}

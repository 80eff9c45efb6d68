import type { Polarity } from '../../../model.js';
import type { Candidate } from '../features.js';
import { hashName, hashText, mix } from '../hash.js';
import type { Linear } from '../linear.js';
import type { Phrase } from '../syntax.js';
import { type Above, wordsAbove } from './governors.js';
import { isNegated } from './negation.js';

/**
 * Whether a relation is affirmed or negated. Grammar alone tells too little: "لم يزر" may say that he had not been there
 * before, and who "stopped" or "refused" what is a matter of words. So what it tells is weighed with the words around
 * by a linear model that was learned from annotated articles.
 */
export type PolarityModel = Pick<Linear, 'bias' | 'sum'>;

/** A place that states a relation. */
export type StatedPlace = Pick<Candidate, 'sentence' | 'predicate' | 'relation' | 'subject' | 'object'>;

/**
 * What scores more (log-odds) is denied. Where grammar negates it, as many are right from here to 0, but more denials
 * are found from here; words alone must be surer.
 */
const DENIED_FROM = { byGrammar: -1.5, byWords: 0 };

/** How far words are looked at, in tokens. */
const BEFORE = 10;
const NEAR = 4;
const AFTER = 6;
const BESIDE = 2;
const MOST_ABOVE = 9;
/** How many places there are counts up to here. */
const MOST_PLACES = 3;

/** The polarity of each of the places that state one relation; it counts what grammar tells at the others, too. */
export function polaritiesOf(places: readonly StatedPlace[], model: PolarityModel): Polarity[] {
  return cluesOf(places).map(({ features, isDenied }) => {
    const score = model.bias + model.sum(features, features.length);
    return score > (isDenied ? DENIED_FROM.byGrammar : DENIED_FROM.byWords) ? 'negated' : 'affirmed';
  });
}

/** What tells the polarity of a place. */
export interface PolarityClues {
  /** Hashed. */
  readonly features: Int32Array;
  /** By grammar. */
  readonly isDenied: boolean;
}

/** The clues at each of the places that state one relation. */
export function cluesOf(places: readonly StatedPlace[]): PolarityClues[] {
  const read = places.map(place => {
    const { sentence, predicate, relation } = place;
    const above = wordsAbove(sentence, predicate.index - sentence.first);
    return { place, above, isDenied: isNegated(above, predicate, relation.type) };
  });
  const denials = read.filter(({ isDenied }) => isDenied).length;
  const share = denials === 0 ? 'none' : denials === places.length ? 'all' : 'some';
  const shared = mix(hashName(`denied by ${share}`), Math.min(places.length, MOST_PLACES));
  return read.map(({ place, above, isDenied }) => ({
    features: featuresOf(place, above, isDenied, shared),
    isDenied,
  }));
}

function featuresOf(
  { sentence, predicate, relation, subject, object }: StatedPlace,
  above: readonly Above[],
  isDenied: boolean,
  shared: number,
): Int32Array {
  const { first, last, tokens } = sentence;
  const { name, kind, event } = predicate.lexeme;
  const found = new Set<number>([shared]);
  const sort = hashName(kind === 'verb' ? 'verb' : event ? 'event' : 'noun');
  const type = hashName(relation.type);
  const verdict = hashName(isDenied ? 'denied' : 'not denied');
  const add = (template: string, value: number) => found.add(mix(hashName(template), value));
  add('relation', type);
  add('sort', sort);
  add('predicate', hashName(name));
  add('verdict', verdict);
  add('verdict of relation', mix(verdict, type));
  add('verdict of sort', mix(verdict, sort));
  for (const { text, isName, reports, distance } of above.slice(0, MOST_ABOVE)) {
    if (isName) continue;
    const word = mix(hashText(text), mix(sort, reports ? 1 : 0));
    add('above', word);
    add('above at', mix(word, Math.min(3, distance)));
    add('above in relation', mix(word, type));
  }
  const addWord = (template: string, index: number) => {
    const token = index >= first && index < last ? tokens[index] : undefined;
    if (token) add(template, hashText(token.form.fold));
  };
  for (let way = 1; way <= BEFORE; way++) addWord('before', predicate.index - way);
  for (let way = 1; way <= NEAR; way++) addWord('right before', predicate.index - way);
  for (let way = 1; way <= AFTER; way++) addWord('after', predicate.index + way);
  const addBeside = (template: string, { start }: Phrase) => {
    for (let way = 1; way <= BESIDE; way++) addWord(`${template} ${way}`, start - way);
  };
  addBeside('before subject', subject);
  addBeside('before object', object);
  return Int32Array.from(found);
}

import type { Modality } from '../../../model.js';
import type { Candidate } from '../features.js';
import { hashName, hashText, mix } from '../hash.js';
import type { Linear } from '../linear.js';
import type { Phrase } from '../syntax.js';
import { type Above, wordsAbove } from './governors.js';
import { moodOf } from './mood.js';
import { isNegated } from './negation.js';

/**
 * What tells how a relation is stated. Grammar alone tells too little: "لم يزر" may say that he had not been there
 * before, and who "stopped", "refused" or "prepared" what is a matter of words. So what it tells is weighed with the
 * words around by linear models that were learned from annotated articles.
 */
export type CircumstanceModel = Pick<Linear, 'bias' | 'sum'>;

/** A place that states a relation. */
export type StatedPlace = Pick<Candidate, 'sentence' | 'predicate' | 'relation' | 'subject' | 'object'>;

export interface Clues {
  /** Hashed. */
  readonly features: Int32Array;
  /** By grammar. */
  readonly isDenied: boolean;
  readonly mood: Modality;
}

/** How far words are looked at, in tokens. */
const BEFORE = 10;
const NEAR = 4;
const AFTER = 6;
const BESIDE = 2;
const MOST_ABOVE = 9;
/** How many places there are counts up to here. */
const MOST_PLACES = 3;

/** What grammar tells of a place. */
interface Grammar extends Omit<Clues, 'features'> {
  readonly place: StatedPlace;
  readonly above: readonly Above[];
}

/** The log-odds that a model gives to what the clues are of. */
export function scoreOf({ features }: Clues, model: CircumstanceModel): number {
  return model.bias + model.sum(features, features.length);
}

/** The clues at each of the places that state one relation; what grammar tells at the others counts, too. */
export function cluesOf(places: readonly StatedPlace[]): Clues[] {
  const read = places.map((place): Grammar => {
    const { sentence, predicate, relation } = place;
    const above = wordsAbove(sentence, predicate.index - sentence.first);
    return {
      place,
      above,
      isDenied: isNegated(above, predicate, relation.type),
      mood: moodOf(above, sentence, predicate, relation.type),
    };
  });
  const count = Math.min(places.length, MOST_PLACES);
  const share = (name: string, test: (grammar: Grammar) => boolean) => {
    const those = read.filter(test).length;
    return mix(
      hashName(`${name} by ${those === 0 ? 'none' : those === read.length ? 'all' : 'some'}`),
      count,
    );
  };
  const shared = [
    share('denied', ({ isDenied }) => isDenied),
    share('planned', ({ mood }) => mood === 'planned'),
    share('alleged', ({ mood }) => mood === 'alleged'),
  ];
  return read.map(grammar => {
    const { isDenied, mood } = grammar;
    return { features: featuresOf(grammar, shared), isDenied, mood };
  });
}

function featuresOf({ place, above, isDenied, mood }: Grammar, shared: readonly number[]): Int32Array {
  const { sentence, predicate, relation, subject, object } = place;
  const { first, last, tokens, phraseAt } = sentence;
  const { kind, event } = predicate.lexeme;
  const found = new Set<number>(shared);
  const sort = hashName(kind === 'verb' ? 'verb' : event ? 'event' : 'noun');
  const type = hashName(relation.type);
  const add = (template: string, value: number) => found.add(mix(hashName(template), value));
  const addInContext = (template: string, value: number) => {
    add(template, value);
    add(`${template} of relation`, mix(value, type));
    add(`${template} of sort`, mix(value, sort));
  };
  add('relation', type);
  add('sort', sort);
  addInContext('denial', hashName(isDenied ? 'denied' : 'not denied'));
  addInContext('mood', hashName(mood));
  addInContext('tense', hashName(predicate.verb?.tense ?? ''));
  addInContext('proclitic', hashName(predicate.reading.proclitic));
  for (const { text, isName, isVerb, before, reports, distance } of above.slice(0, MOST_ABOVE)) {
    if (isName) continue;
    const word = mix(hashText(text), mix(sort, reports ? 1 : 0));
    add('above', word);
    add('above at', mix(word, Math.min(3, distance)));
    add('above in relation', mix(word, type));
    // Its beginning tells the tense, with what stands before it: "قد تزور", "لن يزور", "سيحاول زيارة".
    if (isVerb) add('verb above', mix(hashText(/^س?[يتنا]|/.exec(text)?.[0] ?? ''), hashText(before)));
  }
  // Without names: how a war or an exit is spoken of is not to be learned by whose it is.
  const addWord = (template: string, index: number) => {
    const token = index >= first && index < last && !phraseAt[index - first] ? tokens[index] : undefined;
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

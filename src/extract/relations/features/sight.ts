import { pathTo, type Way, wayTo } from '../paths.js';
import type { Phrase, Sentence } from '../syntax.js';

/** What lies between a predicate and a phrase. */
export interface Sight {
  readonly way: Way;
  /** See `pathTo`. */
  readonly path: number;
  /** The other predicates on the way as one number, and the relation for which they were counted last. */
  marks: number;
  marksOf: string;
}

let lastSentence: Sentence | undefined;
let lastPredicate = -1;
let sights: (Sight | undefined)[] = [];

/** All senses of all predicates of one token see the same, so what it sees is kept until another is looked at. */
export function sightTo(sentence: Sentence, phrase: Phrase, predicate: number): Sight {
  if (predicate !== lastPredicate || sentence !== lastSentence) {
    lastSentence = sentence;
    lastPredicate = predicate;
    sights = new Array(sentence.phrases.length).fill(undefined);
  }
  let sight = sights[phrase.number];
  if (!sight) {
    const way = wayTo(sentence, phrase, predicate);
    sight = { way, path: pathTo(sentence, phrase, predicate), marks: 0, marksOf: '' };
    sights[phrase.number] = sight;
  }
  return sight;
}

import { addBoth, addObject, addPredicate, addSubject } from './features/context.js';
import { addGovernors, addObjectGovernor, addPlacing, addSubjectGovernor } from './features/frame.js';
import type { Candidate } from './features.js';
import { mix } from './hash.js';
import type { Sense } from './lexicon.js';
import type { Linear } from './linear.js';
import { ObjectSlot } from './slot-kinds.js';
import { SumCache } from './sum-cache.js';
import type { Predicate } from './syntax.js';
import { WeightSink } from './weight-sink.js';

/**
 * What both phrases together add to a score, by frames alone and in context: of hundreds of thousands of candidates, more
 * was added to none that came to be kept.
 */
const MOST_OF_BOTH = { frame: 1.5, context: 2.5 };

/**
 * Scores candidates by one model without listing their features: a score is a sum, and candidates have most of its
 * parts in common. What a placing adds comes back in any article; what a phrase adds, in the other candidates of
 * the same sense of the same predicate. Weights have so few digits that sums are exact, in whatever order.
 */
export class PartScorer {
  readonly #bias: number;
  readonly #weights: WeightSink;
  readonly #withContext: boolean;
  readonly #mostOfBoth: number;
  readonly #ofPlacings = new SumCache(12);
  #sense: Sense | undefined;
  #predicate: Predicate | undefined;
  #ofPredicate = 0;
  /** Of the latest sense, by number of phrase; not numbers where not worked out yet. */
  #ofSubjects = new Float64Array(64);
  /** Twice as many, as an object may have either of two slots. */
  #ofObjects = new Float64Array(128);

  /** @param withContext whether the model looks at contexts, too, or only at frames */
  constructor(model: Linear, withContext: boolean) {
    this.#bias = model.bias;
    this.#weights = new WeightSink(model);
    this.#withContext = withContext;
    this.#mostOfBoth = withContext ? MOST_OF_BOTH.context : MOST_OF_BOTH.frame;
  }

  /**
   * The score of a candidate, as log-odds; `order` is that of `orderOf`. Where it cannot come above `least`, it is not
   * worked out to its end.
   */
  score(candidate: Candidate, order: number, least: number): number {
    if (candidate.sense !== this.#sense || candidate.predicate !== this.#predicate) this.#begin(candidate);
    const score =
      this.#bias +
      (this.#ofPredicate +
        this.#ofPlacing(candidate, order) +
        this.#ofSubject(candidate) +
        this.#ofObject(candidate));
    return score + this.#mostOfBoth <= least ? score : score + this.#ofBoth(candidate, order);
  }

  #begin({ sentence, predicate, sense }: Candidate): void {
    this.#sense = sense;
    this.#predicate = predicate;
    const count = sentence.phrases.length;
    if (this.#ofSubjects.length < count) {
      this.#ofSubjects = new Float64Array(2 * count);
      this.#ofObjects = new Float64Array(4 * count);
    }
    this.#ofSubjects.fill(Number.NaN, 0, count);
    this.#ofObjects.fill(Number.NaN, 0, 2 * count);
    if (!this.#withContext) return;
    addPredicate(this.#weights, sense.codes, sentence, predicate);
    this.#ofPredicate = this.#weights.take();
  }

  #ofPlacing(candidate: Candidate, order: number): number {
    const { sentence, sense, subject, object, subjectSlot, objectSlot } = candidate;
    const { codes } = sense;
    const { isTitle } = sentence;
    const isTogether = subject.group === object.group;
    const place =
      (codes.number << 13) |
      (isTogether ? 1 << 12 : 0) |
      (isTitle ? 1 << 11 : 0) |
      (order << 8) |
      (objectSlot << 4) |
      subjectSlot;
    const known = this.#ofPlacings.find(place, mix(subject.typeHash, object.typeHash));
    if (!Number.isNaN(known)) return known;
    const placing = { subjectSlot, objectSlot, order, isTogether, isTitle };
    addPlacing(this.#weights, codes, placing, subject, object);
    return this.#ofPlacings.learn(this.#weights.take());
  }

  #ofSubject({ sentence, predicate, sense, subject, subjectSlot }: Candidate): number {
    const known = this.#ofSubjects[subject.number] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const { codes } = sense;
    addSubjectGovernor(this.#weights, codes, subjectSlot, subject.governorHash);
    if (this.#withContext) addSubject(this.#weights, codes, sentence, predicate, subject, subjectSlot);
    const sum = this.#weights.take();
    this.#ofSubjects[subject.number] = sum;
    return sum;
  }

  #ofObject({ sentence, predicate, sense, object, objectSlot }: Candidate): number {
    const place = 2 * object.number + (objectSlot === ObjectSlot.Together ? 1 : 0);
    const known = this.#ofObjects[place] ?? Number.NaN;
    if (!Number.isNaN(known)) return known;
    const { codes } = sense;
    addObjectGovernor(this.#weights, codes, objectSlot, object.governorHash);
    if (this.#withContext) addObject(this.#weights, codes, sentence, predicate, object, objectSlot);
    const sum = this.#weights.take();
    this.#ofObjects[place] = sum;
    return sum;
  }

  #ofBoth(candidate: Candidate, order: number): number {
    const { sentence, predicate, sense, subject, object, subjectSlot, objectSlot } = candidate;
    const { codes } = sense;
    const weights = this.#weights;
    addGovernors(weights, codes, order, subject.governorHash, object.governorHash);
    if (this.#withContext)
      addBoth(weights, codes, sentence, predicate, subject, object, subjectSlot, objectSlot, order);
    return weights.take();
  }
}

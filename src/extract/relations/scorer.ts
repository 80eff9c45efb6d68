import { addBoth, addObject, addPredicate, addSubject } from './features/context.js';
import {
  addGovernors,
  addObjectGovernor,
  addPlacing,
  addSubjectGovernor,
  orderOf,
} from './features/frame.js';
import { hashOf, type Sink } from './features/sink.js';
import type { Candidate } from './features.js';
import { mix } from './hash.js';
import type { Linear } from './linear.js';
import { ObjectSlot } from './slots.js';
import { SumCache, type Sums } from './sum-cache.js';

/**
 * Scores candidates without listing their features. A score is a sum, and candidates have most of its parts in
 * common: those of their frames come back in any article, those of their contexts in other pairs of phrases
 * around the same predicate. Weights have so few digits that their sums are exact, in whatever order.
 */
export class Scorer {
  readonly #sieve: Linear;
  readonly #scorer: Linear;
  readonly #hopeless: number;
  readonly #frame: FrameSink;
  readonly #context: ContextSink;
  readonly #placings = new SumCache(16);
  readonly #subjects = new SumCache(14);
  readonly #objects = new SumCache(14);
  /** Of the contexts of the latest sense, by number of phrase; twice as many objects, for the two slots of each. */
  #latest: Pick<Candidate, 'sense' | 'predicate'> | undefined;
  #ofPredicate = Number.NaN;
  #ofSubjects = new Float64Array(64);
  #ofObjects = new Float64Array(128);

  /** Candidates whose frames score less than `hopeless` by the sieve are dropped. */
  constructor(sieve: Linear, scorer: Linear, hopeless: number) {
    this.#sieve = sieve;
    this.#scorer = scorer;
    this.#hopeless = hopeless;
    this.#frame = new FrameSink(sieve, scorer);
    this.#context = new ContextSink(scorer);
  }

  /** Log-odds; minus infinity for what the sieve drops. */
  score(candidate: Candidate): number {
    const { sentence, predicate, sense, subject, object, subjectSlot, objectSlot } = candidate;
    const { codes } = sense;
    const frame = this.#frame;
    const order = orderOf(subject.mention.first, predicate.index, object.mention.first);
    const isTogether = subject.group === object.group;

    const place =
      subjectSlot |
      (objectSlot << 4) |
      (order << 8) |
      (sentence.isTitle ? 1 << 11 : 0) |
      (isTogether ? 1 << 12 : 0);
    const placings = this.#placings;
    if (!placings.find((codes.number << 13) | place, mix(subject.typeHash, object.typeHash))) {
      const placing = { subjectSlot, objectSlot, order, isTogether, isTitle: sentence.isTitle };
      addPlacing(frame.clear(), codes, placing, subject, object);
      placings.learn(frame);
    }
    const subjects = this.#subjects;
    if (!subjects.find((codes.number << 4) | subjectSlot, subject.governorHash)) {
      addSubjectGovernor(frame.clear(), codes, subjectSlot, subject.governorHash);
      subjects.learn(frame);
    }
    const objects = this.#objects;
    if (!objects.find((codes.number << 4) | objectSlot, object.governorHash)) {
      addObjectGovernor(frame.clear(), codes, objectSlot, object.governorHash);
      objects.learn(frame);
    }
    addGovernors(frame.clear(), codes, order, subject.governorHash, object.governorHash);
    const sieved = this.#sieve.bias + placings.sieve + subjects.sieve + objects.sieve + frame.sieve;
    if (sieved < this.#hopeless) return Number.NEGATIVE_INFINITY;
    const scored = placings.scorer + subjects.scorer + objects.scorer + frame.scorer;
    return this.#scorer.bias + (scored + this.#contextOf(candidate, order));
  }

  #contextOf(candidate: Candidate, order: number): number {
    const { sentence, predicate, sense, subject, object, subjectSlot, objectSlot } = candidate;
    const { codes } = sense;
    const sink = this.#context;
    if (sense !== this.#latest?.sense || predicate !== this.#latest.predicate) {
      this.#latest = { sense, predicate };
      const count = sentence.phrases.length;
      if (this.#ofSubjects.length < count) {
        this.#ofSubjects = new Float64Array(2 * count);
        this.#ofObjects = new Float64Array(4 * count);
      }
      this.#ofSubjects.fill(Number.NaN, 0, count);
      this.#ofObjects.fill(Number.NaN, 0, 2 * count);
      addPredicate(sink, codes, sentence, predicate);
      this.#ofPredicate = sink.take();
    }
    let ofSubject = this.#ofSubjects[subject.number] ?? 0;
    if (Number.isNaN(ofSubject)) {
      addSubject(sink, codes, sentence, predicate, subject, subjectSlot);
      ofSubject = sink.take();
      this.#ofSubjects[subject.number] = ofSubject;
    }
    const place = 2 * object.number + (objectSlot === ObjectSlot.Together ? 1 : 0);
    let ofObject = this.#ofObjects[place] ?? 0;
    if (Number.isNaN(ofObject)) {
      addObject(sink, codes, sentence, predicate, object, objectSlot);
      ofObject = sink.take();
      this.#ofObjects[place] = ofObject;
    }
    addBoth(sink, codes, sentence, predicate, subject, object, subjectSlot, objectSlot, order);
    return this.#ofPredicate + ofSubject + ofObject + sink.take();
  }
}

/** Adds up the weights of the features of frames, for the sieve and for the scorer. */
class FrameSink implements Sink, Sums {
  sieve = 0;
  scorer = 0;
  readonly #sieve: Linear;
  readonly #scorer: Linear;

  constructor(sieve: Linear, scorer: Linear) {
    this.#sieve = sieve;
    this.#scorer = scorer;
  }

  clear(): this {
    this.sieve = 0;
    this.scorer = 0;
    return this;
  }

  add(template: number, a: number, b: number): void {
    const feature = hashOf(template, a, b);
    this.sieve += this.#sieve.weight(feature);
    this.scorer += this.#scorer.weight(feature);
  }

  /** Frames have none. */
  bag(): void {}
}

/** Adds up the weights of the features of contexts, for the scorer. */
class ContextSink implements Sink {
  readonly #weights: Linear;
  #sum = 0;

  constructor(weights: Linear) {
    this.#weights = weights;
  }

  add(template: number, a: number, b: number): void {
    this.#sum += this.#weights.weight(hashOf(template, a, b));
  }

  bag(template: number, a: number): void {
    this.#sum += this.#weights.weight(mix(template, a));
  }

  /** The sum of what was added since the last time. */
  take(): number {
    const sum = this.#sum;
    this.#sum = 0;
    return sum;
  }
}

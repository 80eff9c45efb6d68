import { addBoth, addObject, addPredicate, addSubject } from './features/context.js';
import type { Candidate } from './features.js';
import { ObjectSlot } from './slot-kinds.js';
import type { WeightSink } from './weight-sink.js';

/** Adds up what a model says of contexts; the pairs of phrases around one predicate have much in common. */
export class ContextScorer {
  readonly #weights: WeightSink;
  #latest: Pick<Candidate, 'sense' | 'predicate'> | undefined;
  #ofPredicate = 0;
  /** Of the latest sense, by number of phrase; not numbers where not worked out yet. */
  #ofSubjects = new Float64Array(64);
  /** Twice as many, as an object may have either of two slots. */
  #ofObjects = new Float64Array(128);

  constructor(weights: WeightSink) {
    this.#weights = weights;
  }

  score(candidate: Candidate, order: number): number {
    const { sentence, predicate, sense, subject, object, subjectSlot, objectSlot } = candidate;
    const weights = this.#weights;
    const { codes } = sense;
    if (sense !== this.#latest?.sense || predicate !== this.#latest.predicate) this.#begin(candidate);
    let ofSubject = this.#ofSubjects[subject.number] ?? Number.NaN;
    if (Number.isNaN(ofSubject)) {
      addSubject(weights, codes, sentence, predicate, subject, subjectSlot);
      ofSubject = weights.take();
      this.#ofSubjects[subject.number] = ofSubject;
    }
    const place = 2 * object.number + (objectSlot === ObjectSlot.Together ? 1 : 0);
    let ofObject = this.#ofObjects[place] ?? Number.NaN;
    if (Number.isNaN(ofObject)) {
      addObject(weights, codes, sentence, predicate, object, objectSlot);
      ofObject = weights.take();
      this.#ofObjects[place] = ofObject;
    }
    addBoth(weights, codes, sentence, predicate, subject, object, subjectSlot, objectSlot, order);
    return this.#ofPredicate + ofSubject + ofObject + weights.take();
  }

  #begin({ sentence, predicate, sense }: Candidate): void {
    this.#latest = { sense, predicate };
    const count = sentence.phrases.length;
    if (this.#ofSubjects.length < count) {
      this.#ofSubjects = new Float64Array(2 * count);
      this.#ofObjects = new Float64Array(4 * count);
    }
    this.#ofSubjects.fill(Number.NaN, 0, count);
    this.#ofObjects.fill(Number.NaN, 0, 2 * count);
    addPredicate(this.#weights, sense.codes, sentence, predicate);
    this.#ofPredicate = this.#weights.take();
  }
}

import { addGovernors, addObjectGovernor, addPlacing, addSubjectGovernor } from './features/frame.js';
import type { Candidate } from './features.js';
import { mix } from './hash.js';
import { SumCache } from './sum-cache.js';
import type { WeightSink } from './weight-sink.js';

/** Adds up what one model says of frames; the same parts of frames come back in any article. */
export class FrameScorer {
  readonly #weights: WeightSink;
  readonly #placings = new SumCache(16);
  readonly #subjects = new SumCache(14);
  readonly #objects = new SumCache(14);

  constructor(weights: WeightSink) {
    this.#weights = weights;
  }

  score({ sentence, sense, subject, object, subjectSlot, objectSlot }: Candidate, order: number): number {
    const weights = this.#weights;
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
    let ofPlace = this.#placings.find(place, mix(subject.typeHash, object.typeHash));
    if (Number.isNaN(ofPlace)) {
      addPlacing(weights, codes, { subjectSlot, objectSlot, order, isTogether, isTitle }, subject, object);
      ofPlace = this.#placings.learn(weights.take());
    }
    let ofSubject = this.#subjects.find((codes.number << 4) | subjectSlot, subject.governorHash);
    if (Number.isNaN(ofSubject)) {
      addSubjectGovernor(weights, codes, subjectSlot, subject.governorHash);
      ofSubject = this.#subjects.learn(weights.take());
    }
    let ofObject = this.#objects.find((codes.number << 4) | objectSlot, object.governorHash);
    if (Number.isNaN(ofObject)) {
      addObjectGovernor(weights, codes, objectSlot, object.governorHash);
      ofObject = this.#objects.learn(weights.take());
    }
    addGovernors(weights, codes, order, subject.governorHash, object.governorHash);
    return ofPlace + ofSubject + ofObject + weights.take();
  }
}

import { expect, it } from 'vitest';
import { createSteps } from '../../src/extract/extractor.js';
import { cluesOf, polaritiesOf } from '../../src/extract/relations/circumstances/polarity.js';
import { evidenceOf } from '../../src/extract/relations/evidence.js';
import type { JudgedEvent } from '../../src/extract/relations/judge.js';
import type { CandidateReading } from '../../src/extract/relations/readings.js';
import { loadSchema } from '../../src/schema/index.js';

const { recognize, judge } = createSteps(loadSchema());

/** The visit of a text in which one sentence affirms it and another denies it. */
function visit(): JudgedEvent {
  const text = 'زار الرئيس الفرنسي إيمانويل ماكرون مصر أمس. ولم يزر إيمانويل ماكرون مصر قبل ذلك.';
  const { events } = judge(recognize({ id: 'test', title: '', text, language: 'ar', date: '2022-06-15' }));
  const found = events.find(({ relation }) => relation === 'visits');
  if (!found || found.places.length !== 2) throw new Error('the text is read otherwise');
  return found;
}

/** Denies what grammar negates. */
const byGrammar = (event: JudgedEvent) => {
  const clues = cluesOf(event.places.map(({ candidate }) => candidate));
  const denied = new Set(clues.filter(({ isDenied }) => isDenied).map(({ features }) => features.join()));
  return { bias: 0, sum: (features: Int32Array) => (denied.has(features.join()) ? 9 : -9) };
};

it('a place is denied where a negation governs its predicate', () => {
  const event = visit();
  const places = [...event.places].sort((a, b) => a.sentence - b.sentence);
  expect(
    polaritiesOf(
      places.map(({ candidate }) => candidate),
      byGrammar(event),
    ),
  ).toEqual(['affirmed', 'negated']);
});

it.each([
  [0, 'affirmed'],
  [1, 'negated'],
] as const)('an article states a relation as its likeliest place does, in sentence %i: %s', (sentence, polarity) => {
  const event = visit();
  const places = event.places.map(
    (place): CandidateReading => ({ ...place, score: place.sentence === sentence ? 4 : 3, linear: 3 }),
  );
  const evidence = evidenceOf({ ...event, places }, byGrammar(event));
  expect(evidence.polarity).toBe(polarity);
  // The other one says the opposite.
  expect(evidence.places.map(place => place.sentence)).toEqual([sentence]);
});

import { expect, it } from 'vitest';
import { createSteps } from '../../src/extract/extractor.js';
import { cluesOf } from '../../src/extract/relations/circumstances/clues.js';
import { circumstancesOf } from '../../src/extract/relations/circumstances/index.js';
import { modalitiesOf } from '../../src/extract/relations/circumstances/modality.js';
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

const candidatesOf = (event: JudgedEvent) => event.places.map(({ candidate }) => candidate);
const never = { bias: -9, sum: () => 0 };

/** Denies what grammar negates, and takes nothing for planned or alleged. */
const byGrammar = (event: JudgedEvent) => {
  const clues = cluesOf(candidatesOf(event));
  const denied = new Set(clues.filter(({ isDenied }) => isDenied).map(({ features }) => features.join()));
  const negated = { bias: 0, sum: (features: Int32Array) => (denied.has(features.join()) ? 9 : -9) };
  return { negated, planned: never, alleged: never };
};

it('a place is denied where a negation governs its predicate', () => {
  const event = visit();
  const places = [...event.places].sort((a, b) => a.sentence - b.sentence);
  const circumstances = circumstancesOf(candidatesOf({ ...event, places }), byGrammar(event));
  expect(circumstances.map(({ polarity }) => polarity)).toEqual(['affirmed', 'negated']);
});

it.each([
  [0, 'affirmed'],
  [1, 'negated'],
] as const)('an article states a relation as its likeliest place does, in sentence %i: %s', (sentence, polarity) => {
  const event = visit();
  const places = event.places.map(
    (place): CandidateReading => ({ ...place, score: place.sentence === sentence ? 4 : 3, linear: 3 }),
  );
  // The other one says the opposite.
  const evidence = evidenceOf({ ...event, places }, byGrammar(event));
  expect(evidence.map(({ place, circumstances }) => [place.sentence, circumstances.polarity])).toEqual([
    [sentence, polarity],
  ]);
});

/** Gives these scores to clues, in their order. */
const scores = (...values: number[]) => {
  let asked = 0;
  return { bias: 0, sum: () => values[asked++] ?? 0 };
};
const clues = (count: number) =>
  Array.from({ length: count }, () => ({
    features: new Int32Array(),
    isDenied: false,
    mood: 'actual' as const,
  }));

it('a place is as planned as it looks, and as those beside it look', () => {
  // Alone, the second would not be.
  expect(modalitiesOf(clues(2), { planned: scores(3, -0.5), alleged: never })).toEqual([
    'planned',
    'planned',
  ]);
  expect(modalitiesOf(clues(1), { planned: scores(-0.5), alleged: never })).toEqual(['actual']);
  // What is clearly done is not planned, whatever the others are.
  expect(modalitiesOf(clues(2), { planned: scores(3, -6), alleged: never })).toEqual(['planned', 'actual']);
});

it('less tells a plan where grammar tells one', () => {
  const own = clues(1).map(clue => ({ ...clue, mood: 'planned' as const }));
  expect(modalitiesOf(own, { planned: scores(-0.5), alleged: never })).toEqual(['planned']);
});

it('what may be planned or alleged is the likelier of both', () => {
  expect(modalitiesOf(clues(1), { planned: scores(1), alleged: scores(3) })).toEqual(['alleged']);
  expect(modalitiesOf(clues(1), { planned: scores(3), alleged: scores(1) })).toEqual(['planned']);
});

it('a denial alleges nothing', () => {
  const event = visit();
  const denied = { ...byGrammar(event), alleged: { bias: 9, sum: () => 0 } };
  const read = circumstancesOf(candidatesOf(event), denied);
  expect(read.map(({ polarity, modality }) => `${polarity} ${modality}`).sort()).toEqual([
    'affirmed alleged',
    'negated actual',
  ]);
});

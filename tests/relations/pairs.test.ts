import { describe, expect, it } from 'vitest';
import { joinPairs, type PairEnd, type PairScore } from '../../src/extract/relations/pairs.js';
import { NO_SCORE, type Reading } from '../../src/extract/relations/reading.js';
import { makeReading } from '../support/make-reading.js';

const ENDS: readonly { id: string; phrase: PairEnd }[] = [
  { id: 'a', phrase: { number: 0, start: 2, end: 4, group: 0 } },
  { id: 'b', phrase: { number: 1, start: 8, end: 9, group: 1 } },
  { id: 'a', phrase: { number: 2, start: 12, end: 13, group: 2 } },
];
const isSymmetric = (relation: string) => relation === 'meets';

const reading = (subject: string, relation: string, object: string) =>
  makeReading({ subject, relation, object });

function join(readings: readonly Reading[], pairs: readonly PairScore[], predicates: readonly number[] = []) {
  return joinPairs(
    readings,
    pairs,
    { sentence: 3, isTitle: true, predicates, phrases: 3 },
    number => ENDS[number] ?? { id: '?', phrase: { number, start: 0, end: 0, group: 0 } },
    isSymmetric,
    one => one,
  );
}

describe('pairs of phrases', () => {
  it('give candidates of the same relation a second opinion', () => {
    const joined = join(
      [reading('a', 'visits', 'b'), reading('b', 'visits', 'a')],
      [{ from: 0, to: 1, relation: 'visits', score: 0.5 }],
    );
    expect(joined.map(({ subject, score, pair }) => [subject, score, pair])).toEqual([
      ['a', 1, 0.5],
      ['b', 1, NO_SCORE],
    ]);
  });

  it('count by the best of the phrases of two entities', () => {
    const joined = join(
      [reading('a', 'visits', 'b')],
      [
        { from: 0, to: 1, relation: 'visits', score: -1 },
        { from: 2, to: 1, relation: 'visits', score: 2 },
      ],
    );
    expect(joined).toHaveLength(1);
    expect(joined[0]?.pair).toBe(2);
  });

  it('of a symmetric relation are the same in either order', () => {
    const joined = join([reading('b', 'meets', 'a')], [{ from: 0, to: 1, relation: 'meets', score: 2 }]);
    expect(joined.map(({ pair }) => pair)).toEqual([2]);
  });

  it('state what no candidate does', () => {
    expect(join([], [{ from: 0, to: 1, relation: 'aids', score: -0.5 }], [6])).toEqual([
      {
        subject: 'a',
        relation: 'aids',
        object: 'b',
        score: -0.5,
        linear: NO_SCORE,
        pair: -0.5,
        sentence: 3,
        isTitle: true,
        predicate: 6,
        subjectAt: 2,
        objectAt: 8,
        phrases: 3,
        subjectSlot: 0,
        objectSlot: 0,
        swap: false,
        subjectGroup: 0,
        objectGroup: 1,
        core: false,
      },
    ]);
  });

  it.each([
    ['between the two, the last', [1, 5, 6, 10], 6],
    ['else before them', [0, 1, 10], 1],
    ['else after them', [10, 14], 10],
    ['else where the first begins', [], 2],
  ])('look for their predicate %s', (_, predicates, wanted) => {
    for (const [from, to] of [
      [0, 1],
      [1, 0],
    ] as const)
      expect(join([], [{ from, to, relation: 'aids', score: 1 }], predicates)[0]?.predicate).toBe(wanted);
  });
});

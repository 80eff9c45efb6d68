import { expect, it } from 'vitest';
import { Forest, LEAF } from '../../src/extract/relations/forest.js';

/** A tree of one leaf. */
const leaf = (value: number) => [LEAF, value, 0, 0];
/** Goes left up to 5. */
const fork = (left: number, right: number) => [[0, 5, 1, 2], leaf(left), leaf(right)].flat();

it('a forest adds up the leaves that a case comes to', () => {
  const forest = new Forest({ bias: 1, trees: [fork(2, 3), fork(10, 20)] });
  expect(forest.score([5])).toBe(13);
  expect(forest.score([6])).toBe(24);
});

it('a case that the first trees find hopeless is not shown to the others', () => {
  const first = Array.from({ length: 40 }, () => fork(-0.25, 0.25));
  const forest = new Forest({ bias: 0, trees: [...first, leaf(1)] });
  expect([forest.score([0]), forest.quickScore([0])]).toEqual([-9, -10]);
  expect([forest.score([9]), forest.quickScore([9])]).toEqual([11, 11]);
});

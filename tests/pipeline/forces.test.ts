import { describe, expect, it } from 'vitest';
import type { ForceWork } from '../../src/graph/forces.js';
import { seededRandom } from '../../src/graph/random.js';
import { moveNodes } from '../../src/pipeline/forces.js';

/** So many nodes that a thread is worth its start. */
const NODES = 3000;

function makeWork(): ForceWork {
  const random = seededRandom(3);
  const axis = () => Float64Array.from({ length: NODES }, () => random() * 500);
  const places = { x: axis(), y: axis() };
  // Each is tied to its neighbour in a ring.
  const source = Int32Array.from({ length: NODES }, (_, node) => node);
  const target = source.map(node => (node + 1) % NODES);
  return { places, source, target, weight: new Float64Array(NODES).fill(1.5), iterations: 5 };
}

describe('moving nodes', () => {
  it('gives the same places in another thread as in this one', async () => {
    const before = makeWork();
    const here = await moveNodes(makeWork(), 1);
    const there = await moveNodes(before, 2);
    expect(there).toEqual(here);
    expect(there).not.toEqual(before.places);
  });

  it('fails as the thread fails', async () => {
    const work = { ...makeWork(), source: undefined } as unknown as ForceWork;
    await expect(moveNodes(work, 2)).rejects.toThrow(/undefined/);
  });
});

import { describe, expect, it } from 'vitest';
import { round } from '../../src/graph/layout.js';

describe('places of nodes', () => {
  it('have two digits', () => {
    expect([round(1.005), round(-2.349), round(0)]).toEqual([1, -2.35, 0]);
  });

  it('are never minus zero, which would not survive JSON', () => {
    const place = round(-0.001);
    expect(place).toBe(0);
    expect(JSON.parse(JSON.stringify(place))).toBe(place);
  });
});

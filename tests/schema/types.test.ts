import { describe, expect, test } from 'vitest';
import type { BuiltInNodeType, BuiltInRelationType } from '../../src/model.js';
import { findRelationType, loadSchema, nodeType, relationType } from '../../src/schema/index.js';

const schema = loadSchema();

/** Every name of the two unions of the model; the compiler asks for each of them and for no other. */
const nodeTypes: Record<BuiltInNodeType, true> = {
  country: true,
  leader: true,
  base: true,
  organization: true,
};
const relations: Record<BuiltInRelationType, 'state' | 'event'> = {
  holds_office: 'state',
  member_of: 'state',
  affiliated_with: 'state',
  located_in: 'state',
  operates: 'state',
  active_in: 'state',
  borders: 'state',
  allied_with: 'state',
  meets: 'event',
  visits: 'event',
  negotiates_with: 'event',
  signs_agreement_with: 'event',
  cooperates_with: 'event',
  holds_exercise_with: 'event',
  supports: 'event',
  aids: 'event',
  requests: 'event',
  criticizes: 'event',
  threatens: 'event',
  sanctions: 'event',
  deploys_to: 'event',
  withdraws_from: 'event',
  attacks: 'event',
  fights: 'event',
  joins: 'event',
  leaves: 'event',
  hosts: 'event',
};

describe('node types', () => {
  test('are the four of the model', () => {
    expect(schema.nodeTypes.map(({ type }) => type).sort()).toEqual(Object.keys(nodeTypes).sort());
  });

  test('have colours that can be told from the page, as text too (WCAG AA)', () => {
    for (const { type, color } of schema.nodeTypes) {
      expect(contrast(color.light, '#ffffff'), `${type} on white`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color.dark, '#0f172a'), `${type} on dark`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('relation types', () => {
  test('are the 27 of the model, states and events', () => {
    expect(Object.fromEntries(schema.relationTypes.map(({ type, kind }) => [type, kind]))).toEqual(relations);
  });

  test('are symmetric only where both ends can be of the same types', () => {
    for (const { type, symmetric, from, to } of schema.relationTypes)
      if (symmetric) expect(from, type).toEqual(to);
  });

  test('have a tone where they are events, and none where they are states', () => {
    for (const { type, kind, score } of schema.relationTypes)
      expect(score === undefined, type).toBe(kind === 'state');
    expect(relationType(schema, 'attacks').score).toBeLessThan(0);
    expect(relationType(schema, 'aids').score).toBeGreaterThan(0);
  });

  test('are found by name; an unknown name is an error that lists the known ones', () => {
    expect(relationType(schema, 'operates')).toMatchObject({
      from: ['country', 'organization'],
      wikidataInverse: true,
    });
    expect(nodeType(schema, 'base').label.en).toBe('Military base');
    expect(findRelationType(schema, 'befriends')).toBeUndefined();
    expect(() => relationType(schema, 'befriends')).toThrow(
      /"befriends".*holds_office.*relation-types\.json/,
    );
  });
});

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

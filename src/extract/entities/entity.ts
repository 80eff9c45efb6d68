import type { Entity } from '../../model.js';

/**
 * Makes an entity. All have the same fields in the same order, set or not: what reads entities of every kind stays
 * fast only if they are all of one shape.
 */
export function makeEntity({
  id,
  type,
  subtype,
  label,
  aliases,
  iso,
  wikidata,
  coordinates,
  country,
  known,
  named,
}: Entity): Entity {
  return { id, type, subtype, label, aliases, iso, wikidata, coordinates, country, known, named };
}

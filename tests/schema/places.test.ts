import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/arabic/normalize.js';
import { loadSchema } from '../../src/schema/index.js';

const { countries, places } = loadSchema().gazetteer;

/** What the file of countries names already: reading it as a town would take it from the country. */
const ofCountries = new Set(
  countries
    .flatMap(({ label, aliases, nisba, capital, seats }) => [
      label.ar,
      ...aliases.ar,
      ...Object.values(nisba).flat(),
      ...(capital ? [capital.label.ar, ...capital.aliases.ar] : []),
      ...seats.map(({ ar }) => ar),
    ])
    .map(fold),
);

describe('the places of the gazetteer', () => {
  test('are in order, and each has its own id, after its country and its first name', () => {
    const ids = places.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const { id, country, names } of places)
      expect(id).toBe(`place:${country}:${names[0]?.replaceAll(' ', '-')}`);
  });

  test('lie in countries that there are', () => {
    const codes = new Set(countries.map(({ iso }) => iso));
    for (const { id, country } of places) expect(codes.has(country), id).toBe(true);
  });

  test('share no name with another place of their country, however it is spelt', () => {
    const seen = new Set<string>();
    for (const { id, country, names } of places) {
      for (const name of names.map(fold)) {
        expect(seen.has(`${country} ${name}`), `${id}: ${name}`).toBe(false);
        seen.add(`${country} ${name}`);
      }
    }
  });

  test('have no name that stands for a country, as its capital does', () => {
    for (const { id, names } of places)
      for (const name of names) expect(ofCountries.has(fold(name)), `${id}: ${name}`).toBe(false);
  });

  test('call ambiguous only names that they have', () => {
    for (const { id, names, ambiguous = [] } of places)
      expect(names, id).toEqual(expect.arrayContaining([...ambiguous]));
  });

  test('are Arabic words with single spaces', () => {
    for (const { names } of places)
      for (const name of names) expect(name).toMatch(/^[\u0621-\u064a]+( [\u0621-\u064a]+)*$/);
  });

  test('leave out what countries dispute', () => {
    const names = new Set(places.flatMap(place => place.names).map(fold));
    for (const name of ['القدس', 'الجولان', 'القرم', 'سيفاستوبول', 'كشمير', 'ناغورني قره باغ', 'حلايب'])
      expect(names.has(fold(name)), name).toBe(false);
  });
});

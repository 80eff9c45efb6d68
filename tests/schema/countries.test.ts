import { describe, expect, test } from 'vitest';
import { type CountryEntry, loadSchema } from '../../src/schema/index.js';

const { countries } = loadSchema().gazetteer;

/** The reader of news makes no difference between these spellings, so neither may the check for homonyms. */
function folded(name: string): string {
  return name
    .replaceAll(/[\u064B-\u0652\u0640]/g, '')
    .replaceAll(/[أإآ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه');
}

function country(iso: string): CountryEntry {
  const found = countries.find(entry => entry.iso === iso);
  if (found === undefined) throw new Error(`no ${iso}`);
  return found;
}

function formsOf(entry: CountryEntry) {
  const { label, aliases, nisba, capital, seats } = entry;
  return {
    names: [label.ar, ...aliases.ar],
    adjectives: [...nisba.masculine, ...nisba.feminine, ...nisba.plural],
    places: [...(capital ? [capital.label.ar, ...capital.aliases.ar] : []), ...seats.map(seat => seat.ar)],
  };
}

/** Forms that more than one country has: "form: AA BB". */
function shared(pick: (entry: CountryEntry) => readonly string[]): readonly string[] {
  const owners = new Map<string, Set<string>>();
  for (const entry of countries)
    for (const form of pick(entry).map(folded))
      owners.set(form, (owners.get(form) ?? new Set()).add(entry.iso));
  return [...owners].filter(([, set]) => set.size > 1).map(([form, set]) => `${form}: ${[...set].join(' ')}`);
}

describe('the countries of the gazetteer', () => {
  test('are the 193 members of the United Nations and five polities that news treats as countries', () => {
    expect(countries).toHaveLength(198);
    for (const iso of ['PS', 'VA', 'XK', 'TW', 'EH']) expect(country(iso).id).toBe(`country:${iso}`);
  });

  test('have each its own code and Wikidata item', () => {
    for (const key of ['iso', 'iso3', 'wikidata'] as const)
      expect(new Set(countries.map(entry => entry[key])).size, key).toBe(countries.length);
  });

  test.each(
    countries.map(entry => [entry.label.en, entry] as const),
  )('%s has adjectives in every form', (_, entry) => {
    const { masculine, feminine, plural } = entry.nisba;
    for (const forms of [masculine, feminine, plural]) expect(forms.length).toBeGreaterThan(0);
    for (const form of masculine) expect(form).toMatch(/ي$/);
    for (const form of feminine) expect(form).toMatch(/ية$/);
  });

  test('have a capital each, but for the two whose capital is in dispute', () => {
    const without = countries.filter(entry => entry.capital === undefined);
    expect(without.map(entry => entry.iso)).toEqual(['IL', 'PS']);
    for (const entry of without) expect(entry.seats.length).toBeGreaterThan(0);
  });

  test('are each the neighbour of their neighbours', () => {
    for (const { iso, neighbours } of countries)
      for (const other of neighbours) expect(country(other).neighbours, `${iso} ${other}`).toContain(iso);
    expect(country('SY').neighbours).toEqual(['IL', 'IQ', 'JO', 'LB', 'TR']);
    expect(country('XK').neighbours).toEqual(['AL', 'ME', 'MK', 'RS']);
    expect(country('EH').neighbours).toEqual(['DZ', 'MA', 'MR']);
  });

  test('share no name and no adjective', () => {
    expect(shared(entry => [...formsOf(entry).names, ...formsOf(entry).adjectives])).toEqual([]);
  });

  test('share the name of a capital or seat only where two places truly have one name', () => {
    const withPlaces = shared(entry => Object.values(formsOf(entry)).flat());
    expect(withPlaces).toEqual(['عمان: JO OM', 'ماليه: ML MV']);
  });

  test('call ambiguous only forms that they have', () => {
    for (const entry of countries)
      expect(Object.values(formsOf(entry)).flat()).toEqual(
        expect.arrayContaining([...(entry.ambiguous ?? [])]),
      );
  });

  test('are known by the forms that newspapers write', () => {
    const cases: readonly (readonly [string, keyof ReturnType<typeof formsOf>, readonly string[]])[] = [
      ['US', 'names', ['أميركا', 'أمريكا', 'الولايات المتحدة الأميركية', 'الولايات المتحدة الأمريكية']],
      ['US', 'adjectives', ['أميركي', 'أمريكية', 'أميركيين', 'أميركان']],
      ['US', 'places', ['واشنطن', 'البيت الأبيض']],
      ['RU', 'adjectives', ['روسية', 'روس']],
      ['RU', 'places', ['موسكو', 'الكرملين']],
      ['TR', 'adjectives', ['أتراك']],
      ['KG', 'names', ['قرغيزستان', 'قيرغيزستان', 'قيرغيزيا']],
      ['KP', 'adjectives', ['كوري شمالي', 'كورية شمالية', 'كوريين شماليين']],
      ['KP', 'places', ['بيونغ يانغ', 'بيونغيانغ']],
      ['ZA', 'adjectives', ['جنوب أفريقية', 'جنوب أفريقيون']],
      ['CI', 'names', ['ساحل العاج', 'كوت ديفوار']],
      ['IL', 'places', ['تل أبيب']],
      ['PS', 'places', ['رام الله']],
    ];
    for (const [iso, kind, forms] of cases)
      expect(formsOf(country(iso))[kind], iso).toEqual(expect.arrayContaining([...forms]));
  });
});

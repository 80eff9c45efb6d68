/**
 * Makes graph-schema/gazetteer/countries.json from CLDR (names), world-countries (codes, borders, coordinates,
 * capitals) and the hand-made scripts/data/countries-arabic.txt (what Arabic newspapers write, Wikidata ids).
 * Run after editing any of them: node scripts/generate-countries.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const world = require('world-countries/countries.json');
const cldr = Object.fromEntries(
  ['ar', 'en'].map(language => [
    language,
    require(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames
      .territories,
  ]),
);

const table = new URL('data/countries-arabic.txt', import.meta.url);
const output = new URL('../graph-schema/gazetteer/countries.json', import.meta.url);

/** English names in use that neither CLDR nor the official name gives. */
const english = {
  AE: ['UAE'],
  BY: ['Byelorussia'],
  CD: ['Congo', 'DRC'],
  CG: ['Congo-Brazzaville'],
  CI: ['Ivory Coast'],
  CZ: ['Czech Republic'],
  GB: ['Britain', 'Great Britain', 'UK', 'England'],
  KP: ['DPRK'],
  MK: ['Macedonia'],
  MM: ['Burma'],
  NL: ['Holland'],
  PS: ['Palestine', 'Palestinian Authority'],
  SZ: ['Swaziland'],
  TR: ['Turkey'],
  US: ['America', 'USA', 'US', 'U.S.'],
  VA: ['Holy See', 'Vatican'],
};
/** English labels where CLDR's is not what newspapers write. */
const englishLabels = {
  CD: 'DR Congo',
  CG: 'Republic of the Congo',
  CI: 'Ivory Coast',
  PS: 'Palestine',
  TR: 'Turkey',
  VA: 'Vatican',
  BA: 'Bosnia and Herzegovina',
  MM: 'Myanmar',
};

const byIso3 = new Map(world.map(country => [country.cca3, country]));
const rows = readFileSync(table, 'utf8')
  .split('\n')
  .filter(line => line.trim() !== '' && !line.startsWith('#'))
  .map(readRow);
const known = new Set(rows.map(row => row.iso));
const borders = symmetricBorders();

const entries = rows.map(row => {
  const country = world.find(candidate => candidate.cca2 === row.iso);
  const en = englishLabels[row.iso] ?? cldr.en[row.iso].replaceAll('&', 'and').replace(/^St\. /, 'Saint ');
  const arabic = cldr.ar[row.iso];
  return {
    id: `country:${row.iso}`,
    iso: row.iso,
    iso3: row.iso === 'XK' ? 'XKX' : country.cca3,
    wikidata: row.wikidata,
    label: { ar: row.label, en },
    aliases: {
      ar: unique([...row.aliases, ...(/[()-]/.test(arabic) ? [] : [arabic])], row.label),
      en: unique(
        [cldr.en[row.iso], country.name.common, country.name.official, ...(english[row.iso] ?? [])],
        en,
      ),
    },
    nisba: row.nisba,
    ...(row.capitals.length > 0 && {
      capital: {
        label: { ar: row.capitals[0].ar, en: row.capitals[0].en ?? country.capital[0] },
        aliases: { ar: row.capitals.slice(1).map(name => name.ar), en: [] },
      },
    }),
    seats: row.seats,
    ...(row.ambiguous.length > 0 && { ambiguous: row.ambiguous }),
    coordinates: country.latlng,
    neighbours: [...borders.get(row.iso)].sort(),
  };
});

writeFileSync(output, format(entries));
console.error(`${entries.length} countries`);

function readRow(line) {
  const cells = line.split('|').map(cell => cell.trim());
  const [iso, wikidata, label, aliases, nisba, capitals, seats, ambiguous = ''] = cells;
  const [masculine, plural = ''] = nisba.split('+');
  return {
    iso,
    wikidata,
    label,
    aliases: list(aliases),
    nisba: adjectives(list(masculine), list(plural)),
    capitals: capitals === '-' ? [] : list(capitals).map(named),
    seats: list(seats).map(named),
    ambiguous: list(ambiguous),
  };
}

function list(cell) {
  return cell
    .split(';')
    .map(item => item.trim())
    .filter(item => item !== '');
}

function named(item) {
  const [ar, en] = item.split('=');
  return en === undefined ? { ar } : { ar, en };
}

/** Every word that ends in ي takes the ending: كوري جنوبي, كورية جنوبية, كوريون جنوبيون; but جنوب أفريقية. */
function adjectives(masculine, irregular) {
  const inflect = ending => masculine.map(form => form.replaceAll(/ي(?= |$)/g, `ي${ending}`));
  return {
    masculine,
    feminine: unique(inflect('ة')),
    plural: unique([...inflect('ون'), ...inflect('ين'), ...irregular]),
  };
}

function symmetricBorders() {
  const result = new Map(rows.map(row => [row.iso, new Set()]));
  for (const country of world)
    for (const iso3 of country.borders) {
      const other = byIso3.get(iso3).cca2;
      if (!known.has(country.cca2) || !known.has(other)) continue;
      result.get(country.cca2).add(other);
      result.get(other).add(country.cca2);
    }
  return result;
}

function unique(items, except) {
  return [...new Set(items)].filter(item => item !== except);
}

/** JSON that a person can read and compare line by line: lists of plain values stay on one line. */
function format(value) {
  const text = JSON.stringify(value, null, 2);
  return `${text.replaceAll(/[[{]\n[^[\]{}]*[\]}]/g, oneLine)}\n`;
}

function oneLine(block) {
  const line = block.replaceAll(/\s*\n\s*/g, ' ');
  return line.startsWith('[') ? `[${line.slice(2, -2)}]` : line;
}

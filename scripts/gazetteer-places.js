// Writes graph-schema/gazetteer/places.json from the compact lists in scripts/data/places.
// Run: node scripts/gazetteer-places.js
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const lists = new URL('scripts/data/places/', root);

const places = readdirSync(lists)
  .sort()
  .flatMap(name => readPlaces(new URL(name, lists)))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
writeFileSync(
  new URL('graph-schema/gazetteer/places.json', root),
  `[\n${places.map(place => JSON.stringify(place)).join(',\n')}\n]\n`,
);
console.log(`${places.length} places`);

/**
 * Under a header `[SY]` that gives the country, places are separated by commas and line breaks, the names of one by
 * `=`. A name that is mostly something else ends in `?`.
 */
function readPlaces(file) {
  let country = '';
  const found = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const header = /^\[([A-Z]{2})\]$/.exec(line);
    if (header) country = header[1];
    else if (line && !line.startsWith('#'))
      found.push(...line.split(',').map(text => readPlace(text.trim(), country)));
  }
  return found;
}

function readPlace(text, country) {
  const marked = text.split('=').map(name => name.trim());
  const names = marked.map(name => name.replace('?', ''));
  if (country === '' || names.includes('')) throw new Error(`a country and names are needed: ${text}`);
  const ambiguous = names.filter((_, index) => marked[index].endsWith('?'));
  return {
    id: `place:${country}:${names[0].replaceAll(' ', '-')}`,
    country,
    names,
    ...(ambiguous.length > 0 && { ambiguous }),
  };
}

/**
 * Writes `organizations.json`, `state-bodies.json` and `bases.json` of the gazetteer from the compact lists in
 * `scripts/data/`. Run it after an edit there: `node scripts/gazetteer-organizations.js`.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { base } from './gazetteer-bases.js';
import { check, parseNames, readEntries, readWikidata, splitName } from './gazetteer-names.js';

const here = dirname(fileURLToPath(import.meta.url));
const data = join(here, 'data');
const gazetteer = join(here, '..', 'graph-schema', 'gazetteer');

const wikidata = readWikidata(join(data, 'wikidata.txt'));

write('organizations.json', readEntries(join(data, 'organizations')).map(organization));
write('state-bodies.json', readEntries(join(data, 'state-bodies.txt')).map(stateBody));
write('bases.json', readEntries(join(data, 'bases')).map(base));

/** `slug | Arabic names | English names | country | parent` */
function organization({ fields: [name, arabic, english, country, parent], settings, place }) {
  const { slug, subtype } = splitName(name, settings);
  const ar = parseNames(arabic);
  const en = parseNames(english);
  check(
    /^[a-z0-9-]+$/.test(slug) && ar.label && en.label,
    place,
    'a slug, an Arabic and an English name are needed',
  );
  check(subtype, place, 'no @subtype above');
  const nationality = (country || settings.country || '').replace('-', '');
  return {
    id: `org:${slug}`,
    ...(wikidata.has(`org:${slug}`) && { wikidata: wikidata.get(`org:${slug}`) }),
    subtype,
    label: { ar: ar.label, en: en.label },
    aliases: { ar: ar.aliases, en: en.aliases },
    ...(nationality && { country: nationality }),
    ...(parent && { parent: `org:${parent}` }),
    ...((ar.short.length > 0 || en.short.length > 0) && { short: { ar: ar.short, en: en.short } }),
  };
}

/** `id | English label | Arabic names | short Arabic names | ISO=slug … | ISO …` */
function stateBody({ fields: [name, english, arabic, short, known, only], settings, place }) {
  const { slug: id, subtype } = splitName(name, settings);
  const ar = parseNames(arabic);
  const shorter = parseNames(short);
  check(
    /^[a-z0-9-]+$/.test(id) && ar.label && english,
    place,
    'an id, an English and an Arabic name are needed',
  );
  check(subtype, place, 'no @subtype above');
  const own = (known ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map(pair => pair.split('='));
  return {
    id,
    subtype,
    label: { ar: ar.label, en: english },
    ar: [ar.label, ...ar.aliases],
    ...(shorter.label && { short: [shorter.label, ...shorter.aliases] }),
    ...(only && { only: only.split(/\s+/) }),
    ...(own.length > 0 && { known: Object.fromEntries(own.map(([iso, slug]) => [iso, `org:${slug}`])) }),
  };
}

/** One entry a line, so that a change of one entry is a change of one line. */
function write(name, entries) {
  const lines = entries.map(entry => `  ${JSON.stringify(entry)}`);
  writeFileSync(join(gazetteer, name), `[\n${lines.join(',\n')}\n]\n`);
  console.log(`${name}: ${entries.length}`);
}

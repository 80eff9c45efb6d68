/**
 * Writes `organizations.json`, `state-bodies.json` and `bases.json` of the gazetteer from the compact lists in
 * `scripts/data/`. Run it after an edit there: `node scripts/gazetteer-organizations.js`.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, parseNames, readEntries, unique } from './gazetteer-names.js';

const here = dirname(fileURLToPath(import.meta.url));
const data = join(here, 'data');
const gazetteer = join(here, '..', 'graph-schema', 'gazetteer');

write('organizations.json', readEntries(join(data, 'organizations')).map(organization));
write('state-bodies.json', readEntries(join(data, 'state-bodies.txt')).map(stateBody));
write('bases.json', readEntries(join(data, 'bases')).map(base));

/** `slug | Arabic names | English names | country | parent` */
function organization({ fields: [slug, arabic, english, country, parent], settings, place }) {
  const ar = parseNames(arabic);
  const en = parseNames(english);
  check(
    /^[a-z0-9-]+$/.test(slug) && ar.label && en.label,
    place,
    'a slug, an Arabic and an English name are needed',
  );
  check(settings.subtype, place, 'no @subtype above');
  const nationality = country === '-' ? '' : country || settings.country;
  return {
    id: `org:${slug}`,
    subtype: settings.subtype,
    label: { ar: ar.label, en: en.label },
    aliases: { ar: ar.aliases, en: en.aliases },
    ...(nationality && { country: nationality }),
    ...(parent && { parent: `org:${parent}` }),
    ...((ar.short.length > 0 || en.short.length > 0) && { short: { ar: ar.short, en: en.short } }),
  };
}

/** `id | English label | Arabic names | short Arabic names | ISO=slug …` */
function stateBody({ fields: [id, english, arabic, short, known], settings, place }) {
  const ar = parseNames(arabic);
  const shorter = parseNames(short);
  check(
    /^[a-z0-9-]+$/.test(id) && ar.label && english,
    place,
    'an id, an English and an Arabic name are needed',
  );
  check(settings.subtype, place, 'no @subtype above');
  const own = (known ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map(pair => pair.split('='));
  return {
    id,
    subtype: settings.subtype,
    label: { ar: ar.label, en: english },
    ar: [ar.label, ...ar.aliases],
    ...(shorter.label && { short: [shorter.label, ...shorter.aliases] }),
    ...(own.length > 0 && { known: Object.fromEntries(own.map(([iso, slug]) => [iso, `org:${slug}`])) }),
  };
}

/** `slug | Arabic names | English names | country | operators | latitude,longitude` */
function base({ fields: [slug, arabic, english, country, operators, coordinates], settings, place }) {
  const en = parseNames(english);
  const names = parseNames(arabic);
  check(settings.subtype, place, 'no @subtype above');
  const [label, ...aliases] = unique(
    [names.label, ...names.aliases].flatMap(name => spellOut(name, settings.subtype)),
  );
  const iso = country || settings.country;
  check(
    /^[a-z0-9-]+$/.test(slug) && label && en.label && iso,
    place,
    'a slug, names and a country are needed',
  );
  const operatedBy = (operators ?? '').split(/\s+/).filter(Boolean);
  return {
    id: `base:${slug}`,
    subtype: settings.subtype,
    label: { ar: label, en: en.label },
    aliases: { ar: aliases, en: en.aliases },
    country: iso,
    operators: (operatedBy.length > 0 ? operatedBy : [settings.operator || iso]).map(operatorId),
    ...(coordinates && { coordinates: coordinates.split(',').map(Number) }),
  };
}

function operatorId(name) {
  return /^[A-Z]{2}$/.test(name) ? `country:${name}` : `org:${name}`;
}

/**
 * `=X` stands for the usual full names of a base named X, `+X` for these and X alone, `^X` for these and the
 * names that an Arab military airfield goes by. Anything else stands for itself.
 */
function spellOut(name, subtype) {
  const [mark, place] = /^[=+^]/.test(name) ? [name[0], name.slice(1).trim()] : ['', name];
  if (mark === '') return [place];
  const kinds = FULL_NAMES[subtype] ?? FULL_NAMES.army;
  const airfield = mark === '^' ? AIRFIELD_NAMES : [];
  const full = [...kinds, ...airfield].map(pattern => pattern.replace('X', place));
  return mark === '+' ? [...full, place] : full;
}

const AIRFIELD_NAMES = ['مطار X', 'مطار X العسكري', 'مطار X الحربي', 'مطار X الجوي'];
const FULL_NAMES = {
  air: [
    'قاعدة X الجوية',
    'قاعدة X',
    'قاعدة X العسكرية',
    'قاعدة X العسكرية الجوية',
    'قاعدة X الجوية العسكرية',
    'مطار X العسكري',
  ],
  naval: ['قاعدة X البحرية', 'قاعدة X', 'قاعدة X العسكرية', 'قاعدة X البحرية العسكرية'],
  army: ['قاعدة X', 'قاعدة X العسكرية', 'معسكر X', 'معسكر X العسكري'],
  camp: ['معسكر X', 'قاعدة X', 'قاعدة X العسكرية', 'كامب X', 'مخيم X العسكري'],
  range: ['قاعدة X', 'ميدان X', 'قاعدة X العسكرية', 'حقل X للتجارب', 'ميدان X للتدريب'],
  missile: ['قاعدة X الصاروخية', 'قاعدة X', 'قاعدة X العسكرية'],
};

/** One entry a line, so that a change of one entry is a change of one line. */
function write(name, entries) {
  const lines = entries.map(entry => `  ${JSON.stringify(entry)}`);
  writeFileSync(join(gazetteer, name), `[\n${lines.join(',\n')}\n]\n`);
  console.log(`${name}: ${entries.length}`);
}

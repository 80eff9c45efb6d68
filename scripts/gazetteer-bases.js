/** Reads one line of `scripts/data/bases/`: a military base with all its usual names spelled out. */
import { check, parseNames, splitName, unique } from './gazetteer-names.js';

/** Territories, and the states that they belong to. */
const SOVEREIGN = { IO: 'GB', FK: 'GB', GI: 'GB', RE: 'FR', GF: 'FR', GU: 'US', UM: 'US', GL: 'DK' };

/** `slug | Arabic names | English names | country | operators | latitude,longitude` */
export function base({ fields: [name, arabic, english, country, operators, coordinates], settings, place }) {
  const { slug, subtype } = splitName(name, settings);
  const en = parseNames(english);
  const names = parseNames(arabic);
  check(subtype, place, 'no @subtype above');
  const [label, ...aliases] = unique(
    [names.label, ...names.aliases].flatMap(name => spellOut(name, subtype)),
  );
  const code = (country || settings.country || '').replace('-', '');
  const iso = SOVEREIGN[code] ?? code;
  check(
    /^[a-z0-9-]+$/.test(slug) && label && en.label && iso,
    place,
    'a slug, names and a country are needed',
  );
  const operatedBy = (operators ?? '').split(/\s+/).filter(Boolean);
  return {
    id: `base:${slug}`,
    subtype,
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

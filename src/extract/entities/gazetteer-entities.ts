import type { Bilingual, Entity } from '../../model.js';
import type { CountryEntry, StateBodyEntry } from '../../schema/types.js';

interface Labelled {
  readonly label: Bilingual;
  readonly aliases: { readonly ar: readonly string[] };
  readonly wikidata?: string;
}

export function knownEntity(id: string, type: string, entry: Labelled, country: string | undefined): Entity {
  return {
    id,
    type,
    label: entry.label,
    ...(entry.aliases.ar.length > 0 ? { aliases: entry.aliases.ar } : {}),
    ...(entry.wikidata ? { wikidata: entry.wikidata } : {}),
    ...(country ? { country } : {}),
    known: true,
  };
}

export function countryEntity(country: CountryEntry): Entity {
  return {
    id: country.id,
    type: 'country',
    label: country.label,
    aliases: country.aliases.ar,
    iso: country.iso,
    ...(country.wikidata ? { wikidata: country.wikidata } : {}),
    coordinates: country.coordinates,
    country: country.iso,
    known: true,
  };
}

/** Plural nouns take a feminine adjective, as do those in ta-marbuta. */
const FEMININE_HEADS = /^(ال)?(قوات|قوى|وحدات|استخبارات|مخابرات|دفاعات|شؤون)$/;

export function bodyEntity(
  id: string,
  body: StateBodyEntry,
  country: CountryEntry | undefined,
  iso: string,
): Entity {
  const [head = '', second = ''] = body.label.ar.split(' ');
  const idafa = !head.startsWith('ال') && second.startsWith('ال');
  const feminine = head.endsWith('ة') || FEMININE_HEADS.test(head) || head === 'النيابة';
  const adjective = feminine ? country?.nisba.feminine[0] : country?.nisba.masculine[0];
  const definite = idafa || head.startsWith('ال');
  const ar = adjective
    ? `${body.label.ar} ${definite && !adjective.startsWith('ال') ? `ال${adjective}` : adjective}`
    : `${body.label.ar} (${country?.label.ar ?? iso})`;
  const en = `${body.label.en} of ${country?.label.en ?? iso}`;
  return {
    id,
    type: 'organization',
    subtype: body.subtype,
    label: { ar, en: en.charAt(0).toUpperCase() + en.slice(1) },
    country: iso,
    known: true,
  };
}

import type { Bilingual, Entity } from '../../model.js';
import type { CountryEntry, StateBodyEntry } from '../../schema/types.js';
import { makeEntity } from './entity.js';

interface Known {
  readonly id: string;
  readonly label: Bilingual;
  readonly aliases: { readonly ar: readonly string[] };
  readonly subtype?: string;
  readonly wikidata?: string;
  readonly coordinates?: readonly [number, number];
  readonly country?: string;
}

export function knownEntity(
  type: string,
  { id, label, aliases, subtype, wikidata, coordinates, country }: Known,
): Entity {
  return makeEntity({
    id,
    type,
    subtype,
    label,
    aliases: aliases.ar.length > 0 ? aliases.ar : undefined,
    wikidata,
    coordinates,
    country,
    known: true,
  });
}

export function countryEntity({ id, label, aliases, iso, wikidata, coordinates }: CountryEntry): Entity {
  return makeEntity({
    id,
    type: 'country',
    label,
    aliases: aliases.ar,
    iso,
    wikidata,
    coordinates,
    country: iso,
    known: true,
  });
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
  return makeEntity({
    id,
    type: 'organization',
    subtype: body.subtype,
    label: { ar, en: en.charAt(0).toUpperCase() + en.slice(1) },
    country: iso,
    known: true,
  });
}

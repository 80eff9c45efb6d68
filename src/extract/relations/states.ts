import type { Entity, Modality } from '../../model.js';
import type { EntityMention, Recognition } from '../document.js';

/** A relation found, before it becomes a statement. */
export interface Finding {
  readonly subject: EntityMention;
  readonly type: string;
  readonly object: EntityMention | Entity;
  readonly modality: Modality;
  readonly confidence: number;
  readonly rule: string;
  readonly sentence: number;
  readonly office?: { readonly ar: string; readonly en: string };
}

/**
 * Relations that titles, names and nationalities state by themselves: who holds which office, which country
 * an organization belongs to, where a base stands and who runs it.
 */
export function findStates(recognition: Recognition): Finding[] {
  return [...findOffices(recognition), ...findAffiliations(recognition), ...findBases(recognition)];
}

/**
 * "وزير الدفاع الروسي سيرغي شويغو": Shoigu holds an office of Russia. Where the title names no country, it is
 * that of the holder, if the gazetteer knows it and the article names it.
 */
function findOffices({ mentions, offices }: Recognition): Finding[] {
  const countries = countriesOf(mentions);
  return offices.flatMap(office => {
    const own = office.holder?.entity.country;
    const of = office.of ?? (own !== undefined ? countries.get(own) : undefined);
    if (!office.holder || !of || of.id === office.holder.entity.id) return [];
    return [
      {
        subject: office.holder,
        type: 'holds_office',
        object: of,
        modality: office.former ? ('past' as const) : ('actual' as const),
        confidence: office.of ? 0.95 : 0.8,
        rule: office.of ? 'office-title' : 'office-of-known-holder',
        sentence: office.sentence,
        office: { ar: office.title, en: office.office.label.en },
      },
    ];
  });
}

/** The countries that the article names, by ISO code. */
function countriesOf(mentions: readonly EntityMention[]): Map<string, Entity> {
  const countries = new Map<string, Entity>();
  for (const { entity } of mentions) {
    if (entity.type === 'country' && entity.iso !== undefined) countries.set(entity.iso, entity);
  }
  return countries;
}

/** Bodies that work in many countries: only a nationality in the text says whose they are. */
const WITHOUT_HOME = new Set(['media', 'armed-group', 'international', 'alliance', 'ngo']);

/**
 * "صحيفة هآرتس الإسرائيلية", "وزارة الدفاع الروسية": the nationality inside the name, or a known body whose
 * country the article names.
 */
function findAffiliations({ mentions }: Recognition): Finding[] {
  const countries = new Map<string, Entity>();
  for (const { entity } of mentions)
    if (entity.type === 'country' && entity.iso) countries.set(entity.iso, entity);
  const stated = new Map<string, Finding>();
  for (const mention of mentions) {
    if (mention.entity.type !== 'country' || mention.inside?.entity.type !== 'organization') continue;
    const subject = mention.inside;
    const key = `${subject.entity.id} ${mention.entity.id} ${mention.sentence}`;
    if (stated.has(key)) continue;
    stated.set(key, {
      subject,
      type: 'affiliated_with',
      object: mention,
      modality: 'actual',
      confidence: 0.95,
      rule: 'nationality',
      sentence: mention.sentence,
    });
  }
  const done = new Set([...stated.values()].map(({ subject }) => subject.entity.id));
  for (const mention of mentions) {
    const { entity } = mention;
    if (entity.type !== 'organization' || entity.country === undefined || done.has(entity.id)) continue;
    if (entity.subtype !== undefined && WITHOUT_HOME.has(entity.subtype)) continue;
    if (mention.kind === 'pronoun' || mention.kind === 'nominal') continue;
    const country = countries.get(entity.country);
    if (!country) continue;
    done.add(entity.id);
    stated.set(entity.id, {
      subject: mention,
      type: 'affiliated_with',
      object: country,
      modality: 'actual',
      confidence: 0.7,
      rule: 'known-nationality',
      sentence: mention.sentence,
    });
  }
  return [...stated.values()];
}

/** "القاعدة الأميركية في العديد": where it stands, and whose it is. */
function findBases({ mentions }: Recognition): Finding[] {
  const countries = new Map<string, Entity>();
  for (const { entity } of mentions)
    if (entity.type === 'country' && entity.iso) countries.set(entity.iso, entity);
  const findings: Finding[] = [];
  const located = new Set<string>();
  for (const mention of mentions) {
    if (mention.entity.type === 'country' && mention.inside?.entity.type === 'base') {
      const base = mention.inside;
      findings.push({
        subject: mention,
        type: 'operates',
        object: base,
        modality: 'actual',
        confidence: 0.85,
        rule: 'base-nationality',
        sentence: mention.sentence,
      });
    }
    if (mention.entity.type !== 'base' || mention.entity.country === undefined) continue;
    const country = countries.get(mention.entity.country);
    if (!country || located.has(mention.entity.id)) continue;
    located.add(mention.entity.id);
    findings.push({
      subject: mention,
      type: 'located_in',
      object: country,
      modality: 'actual',
      confidence: 0.8,
      rule: 'known-place',
      sentence: mention.sentence,
    });
  }
  return findings;
}

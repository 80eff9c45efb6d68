import type { Entity } from '../../../model.js';
import type { EntityMention, OfficeMention, Recognition } from '../../document.js';
import { countriesOf, type Finding, objectOf } from './finding.js';

/** Titles that say nothing about a country unless one stands beside them. */
const RANKS = new Set([
  'rebel-general',
  'senior-figure',
  'prince',
  'princess',
  'sheikh',
  'adviser',
  'candidate',
]);

/**
 * "وزير الدفاع الروسي سيرغي شويغو": Shoigu holds an office of Russia. Where the title names no country, it is
 * that of the holder, if the gazetteer knows it and the article names it. Who is said to be a member of a body
 * ("عضو البرلمان") is left to the rules of membership.
 */
export function findOffices({ mentions, offices }: Recognition): Finding[] {
  const countries = countriesOf(mentions);
  const stated = new Set<EntityMention>();
  const ofState = new Set<EntityMention>();
  for (const office of offices) {
    if (!office.holder || !office.of || isMembership(office)) continue;
    stated.add(office.holder);
    if (office.of.iso) ofState.add(office.holder);
  }
  const found: Finding[] = offices.flatMap(office => {
    const holder = office.holder ?? named(office.reference, office.of);
    if (!holder || isMembership(office)) return [];
    // An office of a body beside it does not say whose crown prince he is.
    const said = (office.office.of === 'country' && office.office.unique ? ofState : stated).has(holder);
    const own =
      office.of || office.ofUnnamed || RANKS.has(office.office.id) || said
        ? undefined
        : countries.get(holder.entity.country ?? '')?.entity;
    const of = office.of ?? own;
    if (!of || of.id === holder.entity.id) return [];
    return [
      {
        subject: holder,
        type: 'holds_office',
        object: of,
        modality: office.former ? ('past' as const) : ('actual' as const),
        confidence: office.of && office.holder ? 0.95 : 0.8,
        rule: !office.holder ? 'office-of-reference' : office.of ? 'office-title' : 'office-of-known-holder',
        sentence: office.sentence,
        office: { ar: office.title, en: office.office.label.en },
      },
    ];
  });
  return found.filter(finding => !isSaidBetter(finding, found));
}

/** "الوزير فلان" of a foreign minister, or the spokesman of a ministry as one of its country: the same post again. */
function isSaidBetter(finding: Finding, found: readonly Finding[]): boolean {
  const { subject, object, office } = finding;
  const bare = office?.en === 'minister';
  const speaks = office?.en === 'spokesperson' && objectOf({ object }).id.startsWith('country:');
  if (!bare && !speaks) return false;
  return found.some(
    other =>
      other.subject.entity.id === subject.entity.id &&
      (bare
        ? other.office?.en.endsWith(' minister') === true && objectOf(other).id === objectOf({ object }).id
        : other.office?.en === 'spokesperson' && objectOf(other).id.startsWith('org:')),
  );
}

/** "الرئيس الروسي" for a person whom the article names elsewhere. */
function named(reference: EntityMention | undefined, of: Entity | undefined): EntityMention | undefined {
  return of && !reference?.presumed ? reference : undefined;
}

const MEMBER = /^[وفبلك]{0,2}(ال)?(عضو|عضوة|عضوا|نائب|نائبة|سيناتور)(?![\p{L}])/u;
const SEATS = new Set(['mp', 'senator', 'senior-figure']);

/** "عضو مجلس النواب": a seat in a body, not an office of it. */
export function isMembership({ office, of, title }: OfficeMention): boolean {
  return SEATS.has(office.id) && of?.type === 'organization' && MEMBER.test(title);
}

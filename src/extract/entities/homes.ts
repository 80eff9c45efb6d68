import { definiteNoun } from '../../language/arabic/clitics.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import type { StateBodyEntry } from '../../schema/types.js';
import { drop } from './bodies.js';
import { makeEntity } from './entity.js';
import { createGuess } from './guesses.js';
import { type Item, isCommaAt, type Work } from './work.js';

/** ساحة البرلمان is a square. */
const SQUARES = wordSet('ساحة ميدان شارع محطة');

/** Bodies that are meant as a certain country's even where the text does not say whose. */
const RESOLVED =
  /^(ministry-|armed-forces|parliament|lower-house|upper-house|general-staff|supreme-court|constitutional-court|central-bank|national-guard|republican-guard|military-court|royal-court|amiri-diwan|general-court|criminal-court|revolutionary-court|council-of-state|audit-court|election-commission|public-prosecution|prisoners-authority|special-security-forces|military-police|court-of-cassation)/;

/** Adjectives that make a force of its own of "الشرطة", which alone is whoever patrols there. */
const WHOLE_COUNTRY = wordSet('الاتحادية الفيدرالية الفدرالية الوطنية');

/** Gives bodies without a country the one that the article is about here. */
export function resolveBodies(work: Work): void {
  const lastOf = new Map<string, Item['entity']>();
  const first = new Map<string, Item['entity']>();
  for (const item of work.items)
    if (item.body && item.entity && !item.dropped && !first.has(item.body.id))
      first.set(item.body.id, item.entity);
  const items = [...work.items].sort((a, b) => a.first - b.first);
  const guess = createGuess(work, items);
  for (const item of items) {
    if (item.dropped) continue;
    if (!item.body) continue;
    if (item.entity) {
      lastOf.set(item.body.id, item.entity);
      continue;
    }
    const beside =
      countryBehind(work, item) ??
      holderCountry(work, item) ??
      (RESOLVED.test(item.body.id) ? (nationalityBefore(work, item) ?? joinedTo(work, item)) : undefined);
    if (beside) {
      item.entity = work.lexicon.bodyOf(item.body, beside);
      item.kind = 'organization';
      lastOf.set(item.body.id, item.entity);
      continue;
    }
    const known = lastOf.get(item.body.id) ?? first.get(item.body.id) ?? namedInFull(work, items, item);
    if (known) {
      item.entity = known;
      item.kind = 'organization';
      continue;
    }
    // Long names are names even of kinds of body that are meant in general otherwise.
    const specific =
      RESOLVED.test(item.body.id) || item.last - item.first > 2 || isNationalPolice(work, item);
    const place = work.document.tokens[item.first - 1]?.form.fold ?? '';
    if (!specific || isActing(work, item) || SQUARES.has(place)) {
      drop(work, item);
      continue;
    }
    const iso = guess(item);
    // Where no country is named at all, the body stands for itself.
    item.entity = iso ? work.lexicon.bodyOf(item.body, iso) : homelessBody(item.body);
    item.kind = 'organization';
    lastOf.set(item.body.id, item.entity);
  }
}

function isNationalPolice({ document: { tokens } }: Work, { body, last }: Item): boolean {
  return body?.id === 'police' && WHOLE_COUNTRY.has(tokens[last - 1]?.form.fold ?? '');
}

/**
 * The force of the gazetteer that a bare noun stands for, the one named last before it or else first behind: "الجيش" is
 * "الجيش الإسرائيلي" where the article names that.
 */
function namedInFull({ document: { tokens } }: Work, items: readonly Item[], bare: Item): Entity | undefined {
  if (bare.body?.subtype !== 'armed-force' || bare.last - bare.first > 1) return undefined;
  const noun = definiteNoun(tokens[bare.first]?.form.fold ?? '');
  const named = items.filter(
    ({ kind, body, entity, dropped, mention, first, last }) =>
      kind === 'organization' &&
      !dropped &&
      !body &&
      mention === 'name' &&
      entity?.subtype === 'armed-force' &&
      last - first > 1 &&
      definiteNoun(tokens[first]?.form.fold ?? '') === noun,
  );
  const before = named.filter(({ first }) => first < bare.first).at(-1);
  return (before ?? named[0])?.entity;
}

/** "بالنيابة" is on behalf of somebody, not at the prosecution. */
function isActing({ document: { tokens } }: Work, { first, last }: Item): boolean {
  return last - first === 1 && tokens[first]?.form.fold === 'بالنيابه';
}

/** Parts of a country: "القوات المسلحة في شرقي ليبيا". */
const PARTS = wordSet('شرق شرقي غرب غربي شمال شمالي جنوب جنوبي وسط');

/** "المجلس العسكري في النيجر". */
function countryBehind(work: Work, item: Item): string | undefined {
  const { tokens } = work.document;
  if (tokens[item.last]?.form.fold !== 'في') return undefined;
  const at = item.last + (PARTS.has(tokens[item.last + 1]?.form.fold ?? '') ? 2 : 1);
  const place = work.items.find(
    ({ first, kind }) => first === at && (kind === 'country' || kind === 'capital'),
  );
  return place?.entity?.iso;
}

function homelessBody({ id, subtype, label }: StateBodyEntry): Entity {
  return makeEntity({ id: `org:${id}`, type: 'organization', subtype, label, known: true });
}

/** Country of the person whose office of this body the article names: "المتحدثة باسم وزارة الخارجية، هيذر نويرت". */
function holderCountry(work: Work, body: Item): string | undefined {
  const office = work.at[body.first - 1];
  if (office?.kind !== 'office' || !office.holder?.entity?.known) return undefined;
  return office.holder.entity.country;
}

/** Country of the body or the state that it is joined to: "اتصلت بالرئاسة المصرية، ووزارة الخارجية". */
function joinedTo(work: Work, item: Item): string | undefined {
  if (item.conjunction !== 'و') return undefined;
  const { tokens } = work.document;
  const comma = isCommaAt(work, item.first - 1);
  const at = item.first - (comma ? 2 : 1);
  if (tokens[at]?.sentence !== tokens[item.first]?.sentence) return undefined;
  const other = work.at[at];
  if (!other?.entity || other.kind === 'leader' || other.kind === 'country' || other.kind === 'capital')
    return undefined;
  return other.entity.iso ?? (other.entity.known ? other.entity.country : undefined);
}

/** Country of the people right before: "مسؤولان أميركيان في وزارة الدفاع". */
function nationalityBefore(work: Work, item: Item): string | undefined {
  const { tokens } = work.document;
  for (let index = item.first - 1; index >= 0 && index >= item.first - 3; index--) {
    const token = tokens[index];
    if (!token || token.sentence !== tokens[item.first]?.sentence || token.form.kind === 'punctuation')
      return undefined;
    const other = work.at[index];
    if (other?.kind === 'demonym') return other.entity?.iso;
    if (other?.kind === 'leader' || other?.kind === 'country') return undefined;
  }
  return undefined;
}

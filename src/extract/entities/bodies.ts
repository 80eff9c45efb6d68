import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import type { StateBodyEntry } from '../../schema/types.js';
import { type Item, type Work, wrapItem } from './work.js';

/**
 * Joins state bodies with the country that stands after them: وزارة الدفاع الروسية, جيش إسرائيل, "الجيشين السوري
 * والعراقي" (two armies). Bodies without a country wait for `resolveBodies`.
 */
export function joinBodies(work: Work): void {
  for (const item of [...work.items]) {
    if (item.kind !== 'body' || item.inside || !item.body) continue;
    if (item.body.id === 'embassy' || item.body.id === 'permanent-mission') {
      drop(work, item);
      continue;
    }
    const { body } = item;
    if (item.pending && !isBodyHere(work, item)) {
      drop(work, item);
      continue;
    }
    const next = work.at[item.last];
    const country = next?.first === item.last && next.entity?.iso ? next : undefined;
    const joins =
      country &&
      ((country.kind === 'demonym' && !country.conjunction && !country.proclitic) ||
        (country.kind === 'country' &&
          (!country.proclitic || country.proclitic === 'ل') &&
          !country.conjunction));
    if (!joins || !country?.entity?.iso) {
      if (item.pending) drop(work, item);
      continue;
    }
    delete item.pending;
    item.kind = 'organization';
    item.entity = work.lexicon.bodyOf(body, country.entity.iso);
    extend(work, item, country);
    let other = work.at[item.last];
    while (
      other &&
      other.first === item.last &&
      other.kind === 'demonym' &&
      other.conjunction === 'و' &&
      other.entity?.iso &&
      (item.dual || other.definite) &&
      other.form === country.form &&
      item.dual
    ) {
      const second: Item = {
        kind: 'organization',
        first: other.first,
        last: other.last,
        start: other.start,
        mention: 'name',
        entity: work.lexicon.bodyOf(body, other.entity.iso),
      };
      const { last } = other;
      wrapItem(work, second);
      other = work.at[last];
    }
  }
}

/** Short names that stand for the body when a verb or a break is before them; others are things. */
const SHORT_BODIES =
  /^(ministry-of-(foreign-affairs|interior|defence|finance)|armed-forces|navy|general-staff|parliament|lower-house|upper-house|general-intelligence|police|state-news-agency|public-prosecution|judiciary|state-tv)$/;

/** "الخارجية الروسية" is the ministry, "السياسة الخارجية الروسية" is not. */
function isBodyHere(work: Work, item: Item): boolean {
  if (!item.body || !(item.dual || SHORT_BODIES.test(item.body.id))) return false;
  const { tokens } = work.document;
  const before = tokens[item.first - 1];
  if (before?.form.kind !== 'word' || item.conjunction) return true;
  const cls = work.classes(before.form);
  const own = tokens[item.first]?.form.fold ?? '';
  if (own.endsWith('جيش') || own.endsWith('برلمان') || item.dual) return true;
  if (cls.definite && !work.at[item.first - 1]) return false;
  return !/^(و?ب?ل?(سياسه|شوون|وسايل|قطاع|ميزانيه|انفاق|صناعات|نظام|انظمه|منظومه|وزير|وزيره|مجال|علاقات))$/.test(
    before.form.fold,
  );
}

function extend(work: Work, item: Item, over: Item): void {
  over.inside = item;
  for (let index = over.first; index < over.last; index++) work.at[index] = item;
  item.last = over.last;
}

/** Takes an item back: its tokens are free again. */
export function drop(work: Work, item: Item): void {
  item.dropped = true;
  for (let index = item.first; index < item.last; index++)
    if (work.at[index] === item) work.at[index] = undefined;
}

/** ساحة البرلمان is a square. */
const SQUARES = wordSet('ساحة ميدان شارع محطة');

/** Bodies that are meant as a certain country's even where the text does not say whose. */
const RESOLVED =
  /^(ministry-|armed-forces|parliament|lower-house|upper-house|general-staff|supreme-court|constitutional-court|central-bank|national-guard|republican-guard|military-court)/;

/** Gives bodies without a country the one that the article is about here. */
export function resolveBodies(work: Work): void {
  const lastOf = new Map<string, Item['entity']>();
  const first = new Map<string, Item['entity']>();
  for (const item of work.items)
    if (item.body && item.entity && !item.dropped && !first.has(item.body.id))
      first.set(item.body.id, item.entity);
  const items = [...work.items].sort((a, b) => a.first - b.first);
  const counts = new Map<string, number>();
  for (const item of items) {
    const iso = item.entity?.iso;
    if (iso && !item.dropped) counts.set(iso, (counts.get(iso) ?? 0) + 1);
  }
  let main: string | undefined;
  for (const [iso, count] of counts) if (!main || count > (counts.get(main) ?? 0)) main = iso;
  let nearest: { iso: string; sentence: number } | undefined;
  for (const item of items) {
    if (item.dropped) continue;
    const sentence = work.document.tokens[item.first]?.sentence ?? 0;
    if (item.entity?.iso && item.kind !== 'organization') nearest = { iso: item.entity.iso, sentence };
    if (!item.body) continue;
    if (item.entity) {
      lastOf.set(item.body.id, item.entity);
      continue;
    }
    const beside =
      holderCountry(work, item) ?? (RESOLVED.test(item.body.id) ? nationalityBefore(work, item) : undefined);
    if (beside) {
      item.entity = work.lexicon.bodyOf(item.body, beside);
      item.kind = 'organization';
      lastOf.set(item.body.id, item.entity);
      continue;
    }
    const known = lastOf.get(item.body.id) ?? first.get(item.body.id);
    if (known) {
      item.entity = known;
      item.kind = 'organization';
      continue;
    }
    if (!RESOLVED.test(item.body.id) || SQUARES.has(work.document.tokens[item.first - 1]?.form.fold ?? '')) {
      drop(work, item);
      continue;
    }
    const dominant =
      main !== undefined &&
      nearest !== undefined &&
      (counts.get(main) ?? 0) >= 3 * (counts.get(nearest.iso) ?? 0);
    const iso = nearest && sentence - nearest.sentence <= 1 && !dominant ? nearest.iso : main;
    // Where no country is named at all, the body stands for itself.
    item.entity = iso ? work.lexicon.bodyOf(item.body, iso) : homelessBody(item.body);
    item.kind = 'organization';
    lastOf.set(item.body.id, item.entity);
  }
}

function homelessBody({ id, subtype, label }: StateBodyEntry): Entity {
  return { id: `org:${id}`, type: 'organization', subtype, label, known: true };
}

/** Country of the person whose office of this body the article names: "المتحدثة باسم وزارة الخارجية، هيذر نويرت". */
function holderCountry(work: Work, body: Item): string | undefined {
  const office = work.at[body.first - 1];
  if (office?.kind !== 'office' || !office.holder?.entity?.known) return undefined;
  return office.holder.entity.country;
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

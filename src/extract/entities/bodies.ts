import { Item, type Work, wrapItem } from './work.js';

/**
 * Joins state bodies with the country that stands after them: وزارة الدفاع الروسية, جيش إسرائيل, "الجيشين السوري
 * والعراقي" (two armies). Bodies without a country wait for `resolveBodies`.
 */
export function joinBodies(work: Work): void {
  const { tokens } = work.document;
  const isOneSentence = (first: number, last: number) => tokens[first]?.sentence === tokens[last]?.sentence;
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
    const isNext = next?.first === item.last && isOneSentence(item.first, item.last);
    const country = isNext && next.entity?.iso ? next : undefined;
    const joins =
      country &&
      ((country.kind === 'demonym' && !country.conjunction && !country.proclitic) ||
        (country.kind === 'country' &&
          (!country.proclitic || country.proclitic === 'ل') &&
          !country.conjunction) ||
        // "محكمة جنايات القاهرة"
        (country.kind === 'capital' &&
          body.subtype === 'court' &&
          !country.proclitic &&
          !country.conjunction));
    if (!joins || !country?.entity?.iso) {
      if (item.pending) drop(work, item);
      continue;
    }
    item.pending = false;
    item.kind = 'organization';
    item.entity = work.lexicon.bodyOf(body, country.entity.iso);
    extend(work, item, country);
    let other = work.at[item.last];
    while (
      other &&
      other.first === item.last &&
      isOneSentence(item.first, item.last) &&
      other.kind === 'demonym' &&
      other.conjunction === 'و' &&
      other.entity?.iso &&
      (item.dual || other.definite) &&
      other.form === country.form &&
      item.dual
    ) {
      const second = new Item({
        kind: 'organization',
        first: other.first,
        last: other.last,
        start: other.start,
        mention: 'name',
        entity: work.lexicon.bodyOf(body, other.entity.iso),
      });
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
  const { tokens } = work.document;
  if (tokens[item.first]?.form.fold.endsWith('محكمه')) return true;
  if (!item.body || !(item.dual || SHORT_BODIES.test(item.body.id))) return false;
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

/** Makes an item behind another part of it. */
export function extend(work: Work, item: Item, over: Item): void {
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

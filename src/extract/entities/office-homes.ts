import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { createGuess } from './guesses.js';
import { isOrdinary } from './names.js';
import type { Item, Work } from './work.js';

/** Offices of a state, which an article about one country names without it: "وزير السياحة فلان", "محافظ المدينة فلان". */
const OF_STATE =
  /^((?!deputy-).+-minister|minister|deputy-minister|governor|mayor|army-commander|chief-of-staff|police-chief|security-chief)$/;
/** Offices of a state whose country the nearest signs may say, where the article is not about one. */
const GUESSED =
  /^(.+-minister|minister|minister-of-state.*|cabinet-member|prime-minister|vice-president|attorney-general|deputy-attorney-general|prosecutor|chief-justice|presidential-aide|national-security-adviser|deputy-national-security-adviser|mp|senator|army-commander|navy-commander|air-force-commander|chief-of-staff|deputy-chief-of-staff|intelligence-chief|police-chief|security-chief|central-bank-governor|governor|undersecretary)$/;
const MARGIN = 3;
/** How often an article has to name a country to be about it, and how much oftener than any other. */
const LEAST = 3;
const TIMES = 2;

/** Gives the country of a state office that nobody known holds: the one that the article is about. */
export function createHomes(work: Work): (office: Item) => Entity | undefined {
  let main: Entity | undefined | null = null;
  let guess: ReturnType<typeof createGuess> | undefined;
  return office => {
    const { office: entry, holder, ofUnnamed, noun, first } = office;
    if (!entry || !holder || holder.entity?.known || ofUnnamed || noun !== undefined) return undefined;
    const titled = namelessBefore(work, office);
    if (titled) return titled;
    if (holder.last - holder.first < 2 || !(OF_STATE.test(entry.id) || GUESSED.test(entry.id)))
      return undefined;
    if (PLACED.has(entry.id) && isPlace(work, office, holder)) return undefined;
    if (main === null) main = mainCountry(work);
    if (main && OF_STATE.test(entry.id) && !namesAnother(work, first, main)) return main;
    if (!GUESSED.test(entry.id)) return undefined;
    guess ??= createGuess(work, inOrder(work), MARGIN);
    const body = work.lexicon.bodies.get(entry.body ?? '');
    return work.lexicon.country(guess({ first, last: office.last, body }) ?? '');
  };
}

/** "استدعت موسكو سفير بريطانيا. وقال السفير فلان": of the country that the article gave such an officer before. */
function namelessBefore(work: Work, { office, definite, first, last }: Item): Entity | undefined {
  if (!definite || last - first > 1 || !BARE.has(office?.id ?? '')) return undefined;
  let found: Item | undefined;
  for (const item of work.items) {
    if (
      item.kind !== 'office' ||
      item.first >= first ||
      item.holder ||
      item.dual ||
      !item.of?.iso ||
      item.former
    )
      continue;
    const same =
      item.office?.id === office?.id || (office?.id === 'minister' && item.office?.id.endsWith('-minister'));
    if (same && (!found || item.first > found.first)) found = item;
  }
  return found?.of;
}

const BARE = new Set(['ambassador', 'minister', 'governor', 'consul', 'mp', 'senator']);

const inOrder = (work: Work) => [...work.items].sort((a, b) => a.first - b.first);

/** "عمدة سان فرانسيسكو", "حاكم منطقة الوادي": right behind stands the place, not the holder. */
function isPlace(work: Work, { first, last, definite }: Item, holder: Item): boolean {
  const { tokens } = work.document;
  const before = tokens[holder.first - 1]?.form.fold ?? '';
  // "أمين سوق المدينة" is no mayor.
  const place = tokens[last]?.form;
  if (place && /امين$/.test(tokens[first]?.form.fold ?? '') && !/^ال/.test(place.fold) && isOrdinary(place))
    return true;
  return PLACE_NOUNS.has(before) || (!definite && holder.first === last && first < last);
}

const PLACED = new Set(['mayor', 'governor']);
const PLACE_NOUNS = wordSet('منطقة مقاطعة ولاية مدينة إقليم محافظة بلدية بلدة قضاء');

function mainCountry(work: Work): Entity | undefined {
  const counts = new Map<Entity, number>();
  // Capitals that are mere places still say where it happens.
  for (const { entity, dropped, mention, kind } of work.items)
    if (entity?.iso && (!dropped || kind === 'capital') && mention !== 'pronoun')
      counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const [top, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!top) return undefined;
  const [country, count] = top;
  return count >= LEAST && count >= TIMES * (second?.[1] ?? 0) ? country : undefined;
}

/** Whether the sentence names another country before the office: that may be whose it is. */
function namesAnother(work: Work, index: number, main: Entity): boolean {
  const { tokens } = work.document;
  const sentence = tokens[index]?.sentence;
  for (let at = index - 1; at >= 0 && tokens[at]?.sentence === sentence; at--) {
    const item = work.at[at];
    const iso = item?.entity?.iso ?? (item?.entity?.known ? item.entity.country : undefined);
    if (iso !== undefined && iso !== main.iso) return true;
  }
  return false;
}

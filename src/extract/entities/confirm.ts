import { COMMON_WORDS, wordSet } from '../../language/arabic/words.js';
import { drop } from './bodies.js';
import { isOrdinary } from './names.js';
import type { Item, Work } from './work.js';

/** Bodies whose name is an ordinary word too, and countries that the articles about them speak of. */
const SCENES: ReadonlyMap<string, readonly string[]> = new Map([
  ['org:taliban', ['AF', 'PK', 'US', 'QA']],
  ['org:state-of-law', ['IQ']],
]);

/**
 * Takes back names of parties that nothing confirms: "دولة القانون" is a principle where the article names neither
 * the party by its full name nor its country.
 */
export function confirmBodies(work: Work): void {
  dropForeign(work);
  const doubtful = work.items.filter(
    item => item.kind === 'organization' && !item.dropped && !item.inside && isDoubtful(work, item),
  );
  if (doubtful.length === 0) return;
  const named = new Set<string>();
  const sure = new Set<string>();
  for (const item of work.items) {
    if (item.dropped || !item.entity) continue;
    if (item.entity.iso) named.add(item.entity.iso);
    if (doubtful.includes(item)) continue;
    if (item.entity.country && item.entity.known) named.add(item.entity.country);
    if (item.kind === 'organization') sure.add(item.entity.id);
  }
  for (const item of doubtful) {
    const { entity } = item;
    if (!entity || sure.has(entity.id)) continue;
    const scene = SCENES.get(entity.id) ?? (entity.country === undefined ? [] : [entity.country]);
    if (scene.length > 0 && !scene.some(iso => named.has(iso))) drop(work, item);
  }
}

/** Names that parties of many countries bear. */
const CREEDS = wordSet('الحزب الاشتراكي الديمقراطي الشيوعي الليبرالي الوطني العمالي القومي الديموقراطي');

/** Kinds of body that many countries have under one name. */
const NATIONAL = new Set(['party', 'parliament', 'state-body', 'armed-force']);

/** "الكونغرس البرازيلي", "حزب المحافظين في كندا": the country right behind makes it another body. */
function dropForeign(work: Work): void {
  for (const item of work.items) {
    const { entity } = item;
    if (item.kind !== 'organization' || item.dropped || item.inside || item.body) continue;
    if (!entity?.known || !entity.country || !NATIONAL.has(entity.subtype ?? '')) continue;
    const next = work.at[item.last];
    const sentence = work.document.tokens[item.first]?.sentence;
    if (
      next?.kind === 'demonym' &&
      next.first === item.last &&
      next.definite &&
      next.form !== 'p' &&
      !next.conjunction &&
      !next.proclitic &&
      next.entity?.iso !== entity.country &&
      work.document.tokens[next.first]?.sentence === sentence
    )
      drop(work, item);
  }
}

/** Kinds of body whose names in ordinary words are of many countries, and other bodies with such a name. */
const SHARED = new Set(['party', 'parliament']);
const PLAIN_BODIES = new Set(['org:lebanese-isf', 'org:libyan-gna']);

/** Names in ordinary words that bodies of many countries bear: "حزب المحافظين", "قوى الأمن الداخلي". */
function isPlain(work: Work, item: Item): boolean {
  const { tokens } = work.document;
  if (item.last - item.first > 3) return false;
  for (let index = item.first; index < item.last; index++) {
    const form = tokens[index]?.form;
    if (form?.kind === 'word' && !COMMON_WORDS.has(form.fold) && !isOrdinary(form)) return false;
    if (form?.kind === 'latin') return false;
  }
  return true;
}

/** A party's name without the noun "party" or its like, or one of many parties. */
function isDoubtful(work: Work, item: Item): boolean {
  const { entity } = item;
  if (entity?.known && !item.body && (PLAIN_BODIES.has(entity.id) || SHARED.has(entity.subtype ?? '')))
    if (isPlain(work, item)) return true;
  if (!entity?.known || !(entity.subtype === 'party' || SCENES.has(entity.id))) return false;
  const { tokens } = work.document;
  const form = tokens[item.first]?.form;
  if (tokens.slice(item.first, item.last).every(token => CREEDS.has(token.form.fold))) return true;
  return form?.kind === 'word' && work.classes(form).head === undefined;
}

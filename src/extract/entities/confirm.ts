import { wordSet } from '../../language/arabic/words.js';
import { drop } from './bodies.js';
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

/** A party's name without the noun "party" or its like, or one of many parties. */
function isDoubtful(work: Work, item: Item): boolean {
  const { entity } = item;
  if (!entity?.known || !(entity.subtype === 'party' || SCENES.has(entity.id))) return false;
  const { tokens } = work.document;
  const form = tokens[item.first]?.form;
  if (tokens.slice(item.first, item.last).every(token => CREEDS.has(token.form.fold))) return true;
  return form?.kind === 'word' && work.classes(form).head === undefined;
}

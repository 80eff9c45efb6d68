import type { Entity } from '../../model.js';
import { isCurrent } from './terms.js';
import type { Item, Work } from './work.js';

/**
 * Chooses between namesakes: "بوش" the father or the son, "القاعدة 201" in Tajikistan or in Niger. Who holds the
 * office that stands beside the name comes first, then who holds one at the article's date, then whose country the
 * article names.
 */
export function settleRivals(work: Work): void {
  const rivals = work.items.filter(item => item.rivals && !item.dropped);
  if (rivals.length === 0) return;
  const countries = new Set<string>();
  const full = new Set<string>();
  const offices = new Map<Item, Item>();
  for (const item of work.items) {
    if (item.dropped) continue;
    if (item.entity?.iso) countries.add(item.entity.iso);
    if (item.entity && !item.rivals && item.last - item.first > 1) full.add(item.entity.id);
    if (item.kind === 'office' && item.holder) offices.set(item.holder, item);
  }
  for (const item of rivals) {
    const office = offices.get(item);
    let best = -1;
    for (const entity of item.rivals ?? []) {
      const points = weigh(work, entity, countries, office) + (full.has(entity.id) ? 16 : 0);
      if (points <= best) continue;
      best = points;
      item.entity = entity;
    }
  }
}

function weigh(work: Work, entity: Entity, countries: ReadonlySet<string>, office: Item | undefined): number {
  let points = entity.country !== undefined && countries.has(entity.country) ? 2 : 0;
  const base = work.lexicon.bases.get(entity.id);
  for (const id of base?.operators ?? []) {
    const iso = id.startsWith('country:') ? id.slice('country:'.length) : undefined;
    if (iso && countries.has(iso)) points += 1;
  }
  const { date } = work.document.article;
  for (const term of work.lexicon.leaders.get(entity.id)?.offices ?? []) {
    const isOwn = term.office === office?.office?.id && (!office.of || office.of.id === term.of);
    if (isOwn) points = Math.max(points, 8);
    if (date && isCurrent(term, date)) points = Math.max(points, 4);
  }
  return points;
}

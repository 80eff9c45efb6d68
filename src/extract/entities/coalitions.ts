import { wordSet } from '../../language/arabic/words.js';
import { Item, type Work } from './work.js';

/** A military coalition that newspapers of its time call "the coalition". */
interface Coalition {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Countries of its war: the article has to be about one of them. */
  readonly theatre: readonly string[];
  /** A body that it fights, which the article has to name. */
  readonly against?: string;
}

const COALITIONS: readonly Coalition[] = [
  { id: 'org:arab-coalition-yemen', from: '2015-03-26', to: '2026', theatre: ['YE'] },
  {
    id: 'org:coalition-against-isis',
    from: '2014-08-08',
    to: '2026',
    theatre: ['IQ', 'SY'],
    against: 'org:islamic-state',
  },
  { id: 'org:multinational-force-iraq', from: '2003-03-20', to: '2009-12-31', theatre: ['IQ'] },
];

const NAMES = /^[وفبلك]{0,2}(ال|لل?)تحالف$/;

const OTHERS = wordSet('هذا ذلك حكومة أحزاب نواب');

/** "قوات التحالف" in an article that names no coalition: the one of the war and the time that it reports on. */
export function resolveCoalitions(work: Work): void {
  const { tokens, article } = work.document;
  const open: number[] = [];
  for (const index of work.marked) {
    const form = tokens[index]?.form;
    if (!form || !form.fold.endsWith('تحالف') || work.at[index] || !NAMES.test(form.fold)) continue;
    const next = tokens[index + 1];
    // "التحالف الحاكم", "التحالف بين" are others.
    const alone =
      next?.form.kind !== 'word' ||
      next.sentence !== tokens[index]?.sentence ||
      next.form.fold === 'الذي' ||
      !(work.classes(next.form).definite || next.form.fold === 'بين' || next.form.fold === 'مع');
    // "هذا التحالف", "حكومة التحالف"
    if (alone && !OTHERS.has(tokens[index - 1]?.form.fold ?? '')) open.push(index);
  }
  if (open.length === 0 || !article.date) return;
  const counts = new Map<string, number>();
  const present = new Set<string>();
  for (const { entity, dropped } of work.items) {
    if (!entity || dropped) continue;
    present.add(entity.id);
    // NATO and the like are never "التحالف"; another coalition is.
    if (entity.subtype === 'alliance' && entity.label.ar.includes('تحالف')) return;
    if (entity.iso) counts.set(entity.iso, (counts.get(entity.iso) ?? 0) + 1);
  }
  const { date } = article;
  const meant = COALITIONS.filter(
    ({ from, to, against }) => from <= date && date <= to && (against === undefined || present.has(against)),
  )
    .map(({ id, theatre }) => ({ id, count: theatre.reduce((sum, iso) => sum + (counts.get(iso) ?? 0), 0) }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count)[0];
  const entity = meant && work.lexicon.entities.get(meant.id);
  if (!entity) return;
  for (const index of open) {
    const token = tokens[index];
    if (!token) continue;
    const prefix = /^[وفبك]{0,2}(?=ال)/.exec(token.form.fold)?.[0].length ?? 0;
    const item = new Item({
      kind: 'organization',
      first: index,
      last: index + 1,
      start: token.start + prefix,
      mention: 'alias',
      entity,
    });
    work.items.push(item);
    work.at[index] = item;
  }
}

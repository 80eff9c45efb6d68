import type { LeaderEntry, OfficeTerm } from '../../schema/types.js';
import { isOver } from './terms.js';
import { Item, type Work } from './work.js';

const REGIME = /^[وفبل]{0,2}(نظام|حكومه)$/;
/** Who has a regime, and who has a government. */
const RULES = new Set([
  'president',
  'king',
  'supreme-leader',
  'head-of-state',
  'junta-leader',
  'presidential-council-head',
]);
const GOVERNS = new Set(['prime-minister', 'chancellor', 'president']);

/** "نظام بشار الأسد", "حكومة بنيامين نتنياهو": says what their heads are, where no title does. */
export function findRegimes(work: Work): void {
  const { tokens, article } = work.document;
  const titled = new Set<string>();
  const countries = new Set<string>();
  for (const { kind, entity, holder, reference, dropped, of } of work.items) {
    if (dropped) continue;
    if (entity?.iso) countries.add(entity.id);
    const who = (holder ?? reference)?.entity;
    if (kind === 'office' && who && of) titled.add(who.id);
  }
  for (const leader of [...work.items]) {
    const { entity } = leader;
    if (leader.kind !== 'leader' || leader.dropped || leader.inside || !entity?.known) continue;
    if (leader.conjunction || leader.proclitic || titled.has(entity.id)) continue;
    const before = tokens[leader.first - 1];
    const [, word] = REGIME.exec(before?.form.fold ?? '') ?? [];
    if (!before || !word || before.sentence !== tokens[leader.first]?.sentence) continue;
    const entry = work.lexicon.leaders.get(entity.id);
    const term = entry && termOf(entry, word === 'نظام' ? RULES : GOVERNS, article.date);
    if (!term || !countries.has(term.of)) continue;
    titled.add(entity.id);
    addOffice(work, leader, term, article.date);
  }
}

/** The term at the date, else the last one that ended before. */
function termOf({ offices }: LeaderEntry, kinds: ReadonlySet<string>, date: string | undefined) {
  const terms = offices.filter(({ office, of }) => kinds.has(office) && of.startsWith('country:'));
  return terms.find(term => date === undefined || !isOver(term, date)) ?? terms.at(-1);
}

function addOffice(work: Work, holder: Item, term: OfficeTerm, date: string | undefined): void {
  const office = work.lexicon.offices.get(term.office);
  const of = work.lexicon.entities.get(term.of);
  const first = holder.first - 1;
  if (!office || !of || work.at[first]) return;
  work.items.push(
    new Item({
      kind: 'office',
      mention: 'title',
      first,
      last: holder.first,
      start: work.document.tokens[first]?.start ?? 0,
      definite: true,
      office,
      holder,
      of,
      former: date !== undefined && isOver(term, date),
    }),
  );
}

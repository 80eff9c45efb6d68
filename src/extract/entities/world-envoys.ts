import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { Item, type Work } from './work.js';

const SENT = new Set(['envoy', 'humanitarian-coordinator', 'special-rapporteur', 'high-commissioner']);
const UNITED_NATIONS = wordSet('الأممي الأممية أممي أممية');
const WORLD = wordSet('الدولي الدولية');
const UN = 'org:un';

/**
 * "المبعوث الأممي إلى اليمن فلان": of the United Nations, whom the adjective names, and not of the country that he is
 * sent to. "المبعوث الدولي" is theirs too, where the article names them.
 */
export function setWorldSender(work: Work, office: Item, end: number): boolean {
  if (!SENT.has(office.office?.id ?? '')) return false;
  const { tokens } = work.document;
  for (let index = office.first; index < Math.max(end, office.last + 1); index++) {
    const token = tokens[index];
    if (!token || token.sentence !== tokens[office.first]?.sentence) return false;
    const { fold } = token.form;
    const named = UNITED_NATIONS.has(fold);
    if (!named && !WORLD.has(fold)) continue;
    const covering = work.at[index];
    if (covering && covering !== office) return false;
    const sender = work.lexicon.entities.get(UN);
    if (!sender) return false;
    if (named) addAdjective(work, index, sender);
    if (named || isNamed(work, sender)) office.of = sender;
    else office.ofUnnamed = true;
    return true;
  }
  return false;
}

function addAdjective(work: Work, index: number, entity: Entity): void {
  const start = work.document.tokens[index]?.start ?? 0;
  work.items.push(
    new Item({
      kind: 'organization',
      first: index,
      last: index + 1,
      start,
      mention: 'demonym',
      entity,
    }),
  );
}

function isNamed(work: Work, entity: Entity): boolean {
  return work.items.some(item => item.entity?.id === entity.id && !item.dropped);
}

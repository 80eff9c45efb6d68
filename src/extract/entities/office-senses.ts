import { held } from './principals.js';
import type { Item, Work } from './work.js';

/** Titles that are words of respect or of another office unless their holder or country has such an office. */
const RULING: ReadonlyMap<string, { readonly countries: ReadonlySet<string>; readonly instead?: string }> =
  new Map([
    ['emir', { countries: new Set(['KW', 'QA']), instead: 'prince' }],
    ['chancellor', { countries: new Set(['DE', 'AT', 'GB']), instead: 'adviser' }],
    ['sultan', { countries: new Set(['OM', 'BN']) }],
    ['ruler', { countries: new Set<string>(), instead: 'governor' }],
  ]);
/** Only known people bear these: the name behind another's crown is not the king's. */
const CROWNS = new Set(['king', 'queen', 'sultan', 'emperor', 'pope']);
const RESPECT = new Set(['sheikh', 'prince', 'princess', 'emir', 'rebel-general']);
const HEIRS = new Set(['crown-prince', 'deputy-crown-prince']);
/** Of a country, "الزعيم" is who rules it; of a party or a people he holds no office of the state. */
const LEADING = new Set(['party-leader', 'group-leader']);
const HEADS_OF_STATE = [
  'president',
  'king',
  'emir',
  'sultan',
  'supreme-leader',
  'prime-minister',
  'head-of-state',
  'chancellor',
  'junta-leader',
  'presidential-council-head',
];

/** Which office a title means, once its holder and its country are known: "الأمير محمد بن سلمان" is no emir. */
export function settleSense(work: Work, item: Item): void {
  const { office, holder } = item;
  if (!office || !holder) return;
  if (isOfAnother(work, item)) {
    disown(item);
    return;
  }
  const ruling = RULING.get(office.id);
  if (ruling && !held(work, holder, office.id) && !isRuledSo(item, ruling.countries)) {
    if (ruling.instead) become(work, item, ruling.instead);
    else disown(item);
  }
  if (office.id === 'ruler' && item.of?.iso && HEADS_OF_STATE.some(id => held(work, holder, id)))
    become(work, item, 'head-of-state');
  const crowned = CROWNS.has(office.id) || (HEIRS.has(office.id) && isBehindAnother(work, item));
  if (crowned && holder.entity?.known && !held(work, holder, office.id)) {
    disown(item);
  }
  if (LEADING.has(office.id) && !item.of) leadsKnownBody(work, item);
  const ofState = item.of?.iso !== undefined || item.of === undefined;
  if (LEADING.has(office.id) && ofState && isLeaderAlone(work, item)) {
    const { iso } = item.of ?? {};
    const own = iso === undefined || holder.entity?.country === undefined || iso === holder.entity.country;
    const rules = own && HEADS_OF_STATE.some(id => held(work, holder, id));
    if (rules || (item.of?.iso && !holder.entity?.known)) become(work, item, 'head-of-state');
    else if (holder.entity?.known && !heldOf(work, holder, office.id, item.of?.id)) {
      disown(item);
    }
  }
}

/** "مدير مكتب رئيس الوزراء فلان", "نجل الرئيس فلان": the name is not of him who holds the office. */
function isOfAnother(work: Work, { first, office, holder }: Item): boolean {
  const word = work.document.tokens[first - 1]?.form.fold ?? '';
  return NEAR_ONES.test(word) && office !== undefined && !(holder && held(work, holder, office.id));
}

const NEAR_ONES =
  /^[وفبلك]{0,2}(مكتب|ديوان|زوجه|نجل|ابن|ابنه|شقيق|شقيقه|والد|والده|حفيد|ارمله|عقيله|صهر|سكرتير|مستشاري)$/;

function isRuledSo(item: Item, countries: ReadonlySet<string>): boolean {
  const { iso } = item.of ?? {};
  // "أمير الجماعة", but no body has a chancellor.
  if (iso === undefined && item.of !== undefined) return item.office?.id !== 'chancellor';
  if (!iso || !countries.has(iso)) return false;
  const own = item.holder?.entity?.known ? item.holder.entity.country : undefined;
  return own === undefined || own === iso;
}

/** "زعيم التمرد فلان": of the body that he is known to lead, where the article names it. */
function leadsKnownBody(work: Work, item: Item): void {
  const leader = work.lexicon.leaders.get(item.holder?.entity?.id ?? '');
  for (const { office, of } of leader?.offices ?? []) {
    if (!LEADING.has(office) || !of.startsWith('org:')) continue;
    const body = work.items.find(({ entity, dropped }) => entity?.id === of && !dropped)?.entity;
    if (body) item.of = body;
  }
}

function heldOf(work: Work, { entity }: Item, office: string, of: string | undefined): boolean {
  const terms = work.lexicon.leaders.get(entity?.id ?? '')?.offices ?? [];
  return terms.some(term => term.office === office && (of === undefined || term.of === of));
}

/** "الزعيم الكوري الشمالي" of somebody named elsewhere. */
export function settleNameless(work: Work, item: Item): void {
  if (item.of?.iso && LEADING.has(item.office?.id ?? '') && isLeaderAlone(work, item))
    become(work, item, 'head-of-state');
}

/** "المرافق لولي العهد معالي وزير المالية فلان": the name belongs to the title right before it. */
function isBehindAnother(work: Work, { first, last, holder }: Item): boolean {
  if (!holder || holder.first < last) return false;
  for (let index = last; index < holder.first; index++) {
    const item = work.at[index];
    const isOffice = item?.kind === 'office' && !RESPECT.has(item.office?.id ?? '');
    if (isOffice && item.first > first && item.holder === holder) return true;
  }
  return false;
}

/** No office of anybody whom the article names. */
function disown(item: Item): void {
  item.of = undefined;
  item.ofUnnamed = true;
}

function become(work: Work, item: Item, id: string): void {
  const office = work.lexicon.offices.get(id);
  if (office) item.office = office;
}

const LEADER = /^[وفبلك]{0,2}(ال|لل)?زعيمه?$/;

/** "الزعيم" with nothing that makes it another office, as in "زعيم المعارضة". */
function isLeaderAlone(work: Work, { first, last }: Item): boolean {
  return last - first === 1 && LEADER.test(work.document.tokens[first]?.form.fold ?? '');
}

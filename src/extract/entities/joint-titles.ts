import { PLACED_OFFICES } from './holders.js';
import { nameAt } from './names.js';
import { addPerson } from './persons.js';
import { held } from './principals.js';
import { Item, isCommaAt, type Work } from './work.js';

/** The holder of the same office elsewhere: "الرئيس الروسي فلاديمير بوتين والإيراني حسن روحاني". */
export function readSecond(work: Work, office: Item, ofs: readonly Item[], first: Item): void {
  const { tokens } = work.document;
  const near = ofs.find(({ kind }) => kind === 'demonym');
  if (!near || !office.definite || office.counterpart) return;
  const at = isCommaAt(work, first.last) ? first.last + 1 : first.last;
  const of = work.at[at];
  if (of?.kind !== 'demonym' || of.first !== at || of.conjunction !== 'و' || !of.definite) return;
  if (of.form !== near.form || !of.entity || tokens[at]?.sentence !== tokens[first.first]?.sentence) return;
  const behind = pastTitles(work, isCommaAt(work, of.last) ? of.last + 1 : of.last);
  const found = work.at[behind];
  // Presidents are known; "والمصري فلان" beside one is somebody else.
  const name = found || office.office?.id === 'president' ? undefined : nameAt(work, behind);
  const holder =
    found?.kind === 'leader' && found.first === behind && !found.conjunction
      ? found
      : name && name.known > 0 && name.last - name.first > 1
        ? addPerson(work, name)
        : undefined;
  if (!holder || !office.office) return;
  const { kind, mention } = office;
  const { last, start, entity } = of;
  work.items.push(
    new Item({
      kind,
      mention,
      first: at,
      last,
      start,
      definite: true,
      office: office.office,
      inside: of,
      holder,
      of: entity,
    }),
  );
  readSecond(work, office, ofs, holder);
}

/** "والبحريني الشيخ خالد": behind ranks and words of respect. */
function pastTitles(work: Work, first: number): number {
  let index = first;
  for (let step = 0; step < 3; step++) {
    const item = work.at[index];
    const rank = item?.kind === 'title' || (item?.kind === 'office' && RANKING.has(item.office?.id ?? ''));
    if (!rank || item?.first !== index || item.conjunction) break;
    index = item.last;
  }
  return index;
}

const RANKING = new Set(['sheikh', 'prince', 'emir', 'rebel-general', 'king', 'sultan']);

/** Two holders of one office: "الرئيسان الروسي فلاديمير بوتين والصيني شي جين بينغ". */
export function readHolders(work: Work, office: Item): void {
  let index = office.last;
  for (let count = 0; count < 4; count++) {
    // "رؤساء روسيا، فلاديمير بوتين، وتركيا، رجب طيب أردوغان"
    if (count > 0 && isCommaAt(work, index)) index++;
    const of = work.at[index];
    if (!of?.entity?.iso || of.first !== index) return;
    if (count > 0 && of.conjunction !== 'و') return;
    index = pastTitles(work, isCommaAt(work, of.last) ? of.last + 1 : of.last);
    let holder = work.at[index];
    if (holder?.kind !== 'leader' || holder.first !== index) {
      const name = isCommaAt(work, index - 1) ? undefined : nameAt(work, index);
      holder = name && name.known > 0 ? addPerson(work, name) : undefined;
    }
    const { first, last, start, entity } = of;
    const own = Object.assign(office.copy(), { dual: false, first, last, start, of: entity });
    if (!holder) {
      if (!office.definite || of.kind !== 'demonym') return;
      work.items.push(own);
      continue;
    }
    own.inside = of;
    own.holder = holder;
    work.items.push(own);
    index = holder.last;
  }
}

/** Offices that their holders have beside another: "نائب رئيس الوزراء ووزير المالية فلان" is one man. */
const SIDE_OFFICES = new Set(['deputy-prime-minister', 'adviser', 'supervisor-general', 'minister-of-state']);

/** Whether two titles joined by "and" are those of one person, whose name stands behind the second. */
export function shareHolder(work: Work, one: Item, other: Item): boolean {
  const { holder } = other;
  if (other.conjunction !== 'و' || one.dual || other.dual || !one.office || !other.office) return false;
  if (!holder || holder.first < other.last || one.office.id === other.office.id) return false;
  if (SEATS.has(one.office.id) && one.of?.type === 'organization') return true;
  // "رئيس الحكومة الأسبق والمعارض البارز فلان"
  if (one.former && !other.of && PLAIN.has(other.office.id)) return true;
  if (one.of && other.of && one.of.id !== other.of.id) return false;
  if (held(work, holder, one.office.id)) return true;
  const beside = SIDE_OFFICES.has(one.office.id) || SIDE_OFFICES.has(other.office.id);
  return beside && one.office.of === 'country' && other.office.of === 'country' && !RULERS.has(one.office.id);
}

/** "عضو الائتلاف ورئيس اللجنة فلان": a member is somebody who may be more besides. */
const SEATS = new Set(['mp', 'senator', 'senior-figure', 'politburo-member', 'executive-committee-member']);
/** What somebody may be who once held an office. */
const PLAIN = new Set(['opposition-leader', 'senior-figure', 'candidate']);
const RULERS = new Set([
  'president',
  'king',
  'emir',
  'sultan',
  'crown-prince',
  'deputy-crown-prince',
  'prime-minister',
]);

/**
 * Further titles of the person whose name stands before the first: "فلان، نائب رئيس مصر السابق المدير الأسبق للوكالة".
 * They follow one another with nothing between.
 */
export function readChains(offices: readonly Item[]): void {
  const ending = new Map<number, Item>();
  const starting = new Map<number, Item>();
  for (const office of offices) {
    ending.set(office.end ?? office.last, office);
    starting.set(office.first, office);
  }
  for (const office of offices) {
    if (office.kind !== 'office' || office.dropped || office.holder || office.dual || office.counterpart)
      continue;
    readPlaced(starting, office);
    if (office.holder || office.conjunction || office.proclitic || office.ofUnnamed) continue;
    const before = ending.get(office.first);
    const holder = before?.kind === 'office' ? before.holder : undefined;
    if (!before || !holder || holder.last > before.first || holder.last < before.first - 1) continue;
    if (before.office?.id === office.office?.id || before.dual) continue;
    office.holder = holder;
  }
}

/** "محافظ حضرموت قائد المنطقة العسكرية فلان": the place, which no list knows, and another title before the name. */
function readPlaced(starting: ReadonlyMap<number, Item>, office: Item): void {
  if (!PLACED_OFFICES.has(office.office?.id ?? '')) return;
  const end = office.end ?? office.last;
  const next = starting.get(end + 1) ?? starting.get(end + 2);
  const holder = next?.kind === 'office' && !next.conjunction && !next.proclitic ? next.holder : undefined;
  if (next && holder && holder.first >= next.last) office.holder = holder;
}

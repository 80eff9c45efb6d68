import { wordSet } from '../../language/arabic/words.js';
import { holderAfter, holderBefore, holderBehindPhrase } from './holders.js';
import { nameAt } from './names.js';
import { addPerson } from './persons.js';
import { held, PLACE_BEFORE, parseTitle, setOf } from './titles.js';
import type { Item, Work } from './work.js';

/** Finds the holders of the offices that the article names, people whom the gazetteer does not know included. */
export function findPeople(work: Work): void {
  addRanks(work);
  const offices = work.items.filter(
    item => (item.kind === 'office' || item.kind === 'title') && !item.inside,
  );
  offices.sort((a, b) => a.first - b.first);
  for (let index = offices.length - 1; index >= 0; index--) {
    const office = offices[index];
    if (office) readTitle(work, office);
  }
  readCrowned(work);
}

/** Titles that are part of the name by which their holders go: "الملك سلمان", "البابا فرنسيس". */
const CROWNED = new Set(['king', 'queen', 'pope', 'sultan', 'emperor']);

function readCrowned(work: Work): void {
  const titled = new Set(work.items.map(({ holder }) => holder));
  for (const { kind, first, last, start, entity, ...item } of [...work.items]) {
    if (kind !== 'leader' || last - first < 2 || item.dropped || item.inside || !entity?.known) continue;
    const form = work.document.tokens[first]?.form;
    const starts = form ? work.lexicon.starts(form) : [];
    for (const { values } of starts.map(({ node }) => node))
      for (const value of values)
        if (value.kind === 'office' && !value.dual && CROWNED.has(value.office.id)) {
          const holder = work.at[first];
          if (holder?.entity !== entity || titled.has(holder) || !held(work, holder, value.office.id))
            continue;
          const { office } = value;
          work.items.push({
            kind: 'office',
            mention: 'title',
            first,
            last: first + 1,
            start,
            definite: true,
            office,
            holder,
          });
        }
  }
}

/** Towns and quarters named after sheikhs: الشيخ زويد, الشيخ مقصود. */
const TOWNS = wordSet('زويد مقصود جراح مسكين عجلين');

/** Ranks and words of respect that are no office in the gazetteer. */
function addRanks(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const token = tokens[index];
    if (!token || work.at[index] || token.form.kind !== 'word') continue;
    const cls = work.classes(token.form);
    if (!cls.rank && !cls.counterpart) continue;
    if (PLACE_BEFORE.has(tokens[index - 1]?.form.fold ?? '')) continue;
    const item: Item = {
      kind: 'title',
      first: index,
      last: index + 1,
      start: token.start,
      mention: 'title',
      definite: cls.definite || cls.counterpart,
      ...(cls.counterpart ? { counterpart: true } : {}),
      ...(cls.dualCounterpart ? { dual: true } : {}),
    };
    work.items.push(item);
    work.at[index] = item;
  }
}

function readTitle(work: Work, office: Item): void {
  if (isTeam(work, office)) return;
  if (TOWNS.has(work.document.tokens[office.last]?.form.fold ?? '')) return;
  if (PLACE_BEFORE.has(work.document.tokens[office.first - 1]?.form.fold ?? '')) return;
  if (office.dual) {
    readHolders(work, office);
    return;
  }
  const title = parseTitle(work, office);
  setOf(work, office, title);
  const after = holderAfter(work, office, title);
  if (after) {
    office.holder = after;
    readSecond(work, office, title.ofs, after);
    const next = work.document.tokens[after.last]?.form;
    if (next && work.classes(next).former && work.classes(next).definite) office.former = true;
    return;
  }
  // "نائب محافظ البنك المركزي", "المستشار الاقتصادي للرئيس التركي": of the body that the office behind it is of.
  const { next } = title;
  if (
    next?.kind === 'office' &&
    (next.first === office.last || next.proclitic === 'ل') &&
    !next.counterpart &&
    !(office.of ?? office.ofItem)
  ) {
    const deputy = work.lexicon.offices.get('deputy-head');
    if (office.office?.id === 'mp' && deputy) office.office = deputy;
    if (next.of) office.of = next.of;
    if (next.ofItem) office.ofItem = next.ofItem;
  }
  if (next?.holder && !next.proclitic) {
    office.holder = next.holder;
    return;
  }
  const before = holderBefore(work, office);
  if (before) {
    office.holder = before;
    if (!(office.of ?? office.ofItem) && !OPEN_OFFICES.has(office.office?.id ?? ''))
      setOfPhrase(work, office, title.end, phraseEnd(work, title.end), true);
    return;
  }
  const far = holderBehindPhrase(work, office, title);
  if (!far) return;
  office.holder = far;
  if (!(office.of ?? office.ofItem)) setOfPhrase(work, office, title.end, far.first);
}

/** How far the words behind a title go on with it: "قائد العمليات البحرية الأميركية". */
function phraseEnd(work: Work, first: number): number {
  const { tokens } = work.document;
  let index = first;
  while (index < first + LONGEST_PHRASE) {
    const token = tokens[index];
    if (token?.form.kind !== 'word' || token.sentence !== tokens[first - 1]?.sentence) break;
    const item = work.at[index];
    if (item?.kind === 'leader' || item?.kind === 'office' || item?.conjunction) break;
    const { fold } = token.form;
    if (
      !item &&
      fold !== 'في' &&
      !work.classes(token.form).definite &&
      !/^لل?.{3}/.test(fold) &&
      index > first
    )
      break;
    index = item?.last ?? index + 1;
  }
  return index;
}

const LONGEST_PHRASE = 8;
/** What stands behind these is what they are about. */
const OPEN_OFFICES = new Set(['candidate', 'prosecutor', 'opposition-leader']);

/** Prepositions before a country that an office is about or at. */
const ABOUT = wordSet('بشأن لدى إلى مع حول على ضد نحو');

/** The body or the country that the words between a title and its holder name: "مدير قسم الشرق في وزارة الخارجية فلان". */
function setOfPhrase(work: Work, office: Item, first: number, last: number, near = false): void {
  let country: Item | undefined;
  let body: Item | undefined;
  let placed = false;
  for (let index = first; index < last; index++) {
    placed ||= work.document.tokens[index]?.form.fold === 'في';
    const item = work.at[index];
    if (item?.kind === 'office') break;
    if (item?.first !== index) continue;
    const before = work.document.tokens[index - 1]?.form.fold ?? '';
    // "منسق عملية السلام في المنطقة الروسي فلان": behind a place it is the person's own.
    if (item.kind === 'demonym' && item.last === last && placed) break;
    if (item.kind === 'organization' || item.kind === 'body') {
      if (item.entity?.subtype !== 'media') body = item;
    } else if (near && (before === 'في' || (item.kind !== 'demonym' && item.proclitic !== 'ل'))) break;
    else if (item.entity?.iso && !ABOUT.has(before)) country ??= item;
  }
  const of = body ?? country;
  if (of?.entity) office.of = of.entity;
  else if (of) office.ofItem = of;
}

/** The holder of the same office elsewhere: "الرئيس الروسي فلاديمير بوتين والإيراني حسن روحاني". */
function readSecond(work: Work, office: Item, ofs: readonly Item[], first: Item): void {
  const { tokens } = work.document;
  const isComma = (index: number) => /^[،,]$/.test(tokens[index]?.form.text ?? '');
  const near = ofs.find(({ kind }) => kind === 'demonym');
  if (!near || !office.definite || office.counterpart) return;
  const at = isComma(first.last) ? first.last + 1 : first.last;
  const of = work.at[at];
  if (of?.kind !== 'demonym' || of.first !== at || of.conjunction !== 'و' || !of.definite) return;
  if (of.form !== near.form || !of.entity || tokens[at]?.sentence !== tokens[first.first]?.sentence) return;
  const behind = pastTitles(work, isComma(of.last) ? of.last + 1 : of.last);
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
  work.items.push({
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
  });
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
function readHolders(work: Work, office: Item): void {
  let index = office.last;
  for (let count = 0; count < 4; count++) {
    const of = work.at[index];
    if (!of?.entity?.iso || of.first !== index) return;
    if (count > 0 && of.conjunction !== 'و') return;
    index = pastTitles(work, of.last);
    let holder = work.at[index];
    if (holder?.kind !== 'leader' || holder.first !== index) {
      const name = nameAt(work, index);
      holder = name && name.known > 0 ? addPerson(work, name) : undefined;
    }
    if (!holder) {
      if (!office.definite || of.kind !== 'demonym') return;
      work.items.push({
        ...office,
        dual: false,
        first: of.first,
        last: of.last,
        start: of.start,
        of: of.entity,
      });
      continue;
    }
    work.items.push({
      ...office,
      dual: false,
      first: of.first,
      last: of.last,
      start: of.start,
      inside: of,
      holder,
      of: of.entity,
    });
    index = holder.last;
  }
}

/** "فريق" without the article is a team, unless it goes on as a rank: "فريق أول". */
function isTeam(work: Work, office: Item): boolean {
  const { tokens } = work.document;
  return (
    office.last - office.first === 1 &&
    office.definite !== true &&
    /^[وفبلك]{0,2}فريق$/.test(tokens[office.first]?.form.fold ?? '') &&
    !/^(اول|ركن|متقاعد)$/.test(tokens[office.last]?.form.fold ?? '')
  );
}

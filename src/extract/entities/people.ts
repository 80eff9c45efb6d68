import { wordSet } from '../../language/arabic/words.js';
import { drop } from './bodies.js';
import { holderBehindPhrase } from './far-holders.js';
import { holderBefore } from './holder-before.js';
import { holderAfter } from './holders.js';
import { readChains, readHolders, readSecond } from './joint-titles.js';
import { isNamedAfter, isTitleInName } from './named-after.js';
import { holderNamed } from './named-holders.js';
import { held, SERVING } from './principals.js';
import { isCustodian } from './royal-titles.js';
import { OPEN_OFFICES, phraseEnd, setOfPhrase } from './title-phrases.js';
import { parseTitle, setOf } from './titles.js';
import { Item, isCommaAt, type Work } from './work.js';

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
  readChains(offices);
  readCrowned(work);
}

/** Titles that are part of the name by which their holders go: "الملك سلمان", "البابا فرنسيس". */
const CROWNED = new Set(['king', 'queen', 'pope', 'sultan', 'emperor']);

function readCrowned(work: Work): void {
  let titled: Set<Item | undefined> | undefined;
  const count = work.items.length;
  for (let index = 0; index < count; index++) {
    const name = work.items[index];
    if (name?.kind !== 'leader' || name.last - name.first < 2 || name.dropped || name.inside) continue;
    const { first, start, entity } = name;
    const form = work.document.tokens[first]?.form;
    if (!entity?.known || !form) continue;
    for (const { node } of work.lexicon.starts(form))
      for (const value of node.values)
        if (value.kind === 'office' && !value.dual && CROWNED.has(value.office.id)) {
          const holder = work.at[first];
          titled ??= new Set(work.items.map(item => item.holder));
          if (holder?.entity !== entity || titled.has(holder) || !held(work, holder, value.office.id))
            continue;
          const { office } = value;
          work.items.push(
            new Item({
              kind: 'office',
              mention: 'title',
              first,
              last: first + 1,
              start,
              definite: true,
              office,
              holder,
            }),
          );
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
    if (isNamedAfter(work, index)) continue;
    const item = new Item({
      kind: 'title',
      first: index,
      last: index + 1,
      start: token.start,
      mention: 'title',
      definite: cls.definite || cls.counterpart,
    });
    item.counterpart = cls.counterpart;
    item.dual = cls.dualCounterpart;
    work.items.push(item);
    work.at[index] = item;
  }
}

/** "الشيخ سلطان بن سحيم", "الدكتور مساعد بن محمد": a title that is a given name here. */
const TITLE_NAMES = wordSet('سلطان أمير مساعد عميد نقيب');

function isGivenName(work: Work, office: Item): boolean {
  const { tokens } = work.document;
  // "عبدالله بن مساعد الرئيس العام"
  if (TITLE_NAMES.has(tokens[office.first]?.form.fold ?? '') && tokens[office.first - 1]?.form.fold === 'بن')
    return true;
  if (office.kind !== 'office' || office.last - office.first > 1) return false;
  const { fold } = tokens[office.first]?.form ?? {};
  return TITLE_NAMES.has(fold ?? '') && tokens[office.last]?.form.fold === 'بن';
}

function readTitle(work: Work, office: Item): void {
  if (isGivenName(work, office)) {
    drop(work, office);
    return;
  }
  if (isAdjective(work, office)) {
    drop(work, office);
    return;
  }
  if (isTeam(work, office) || isCoach(work, office)) return;
  if (TOWNS.has(work.document.tokens[office.last]?.form.fold ?? '')) return;
  if (isTitleInName(work, office.first)) return;
  if (office.dual) {
    readHolders(work, office);
    return;
  }
  const title = parseTitle(work, office);
  setOf(work, office, title);
  const served = holderServing(work, office, title.next);
  const behind = holderAfter(work, office, title);
  // "سفير خادم الحرمين الشريفين فلان": the name is the ambassador's.
  const after = behind && isCustodian(work, office) && !held(work, behind, 'king') ? undefined : behind;
  const listed = after && isListed(work, office, title.end, after) ? holderBefore(work, office) : undefined;
  if (listed) {
    office.holder = listed;
    return;
  }
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
  const shared = served ?? (next?.proclitic || next?.counterpart ? undefined : next?.holder);
  if (shared) {
    office.holder = shared;
    return;
  }
  const named = holderNamed(work, office, title.end);
  if (named) {
    office.holder = named;
    return;
  }
  const before = holderBefore(work, office);
  if (before) {
    office.holder = before;
    if (!(office.of ?? office.ofItem ?? office.noun) && !OPEN_OFFICES.has(office.office?.id ?? ''))
      setOfPhrase(work, office, title.end, phraseEnd(work, title.end), true);
    return;
  }
  const far = isCustodian(work, office) ? undefined : holderBehindPhrase(work, office, title);
  if (!far) return;
  office.holder = far;
  if (!(office.of ?? office.ofItem ?? office.noun)) setOfPhrase(work, office, title.end, far.first);
}

/** "المتحدث باسم الرئيس الفرنسي فلان", "المستشار السياسي لمرشد إيران، فلان": who serves the one that goes unnamed. */
function holderServing(work: Work, { office }: Item, served: Item | undefined): Item | undefined {
  const holder = served?.holder;
  if (!served || !holder || served.counterpart || !SERVING.has(office?.id ?? '')) return undefined;
  if (!served.office?.unique || served.office.of !== 'country') return undefined;
  if ((served.proclitic && served.proclitic !== 'ل') || held(work, holder, served.office.id))
    return undefined;
  served.holder = undefined;
  return holder;
}

/** "فلان وزير الزراعة، فلان وزير العدل": in a list of names with titles behind them the next name has its own. */
function isListed(work: Work, office: Item, end: number, after: Item): boolean {
  const { tokens } = work.document;
  const next = work.at[after.last];
  return (
    isCommaAt(work, end) &&
    next?.kind === 'office' &&
    next.first === after.last &&
    !next.conjunction &&
    !next.proclitic &&
    tokens[office.first - 1]?.form.kind === 'word'
  );
}

/** "الحزب الحاكم فلان", "النائب المحافظ فلان": in power or conservative, no ruler and no governor. */
function isAdjective(work: Work, office: Item): boolean {
  const { tokens } = work.document;
  const { first, last } = office;
  if (last - first !== 1 || !/^ال(حاكمه?|محافظه?)$/.test(tokens[first]?.form.fold ?? '')) return false;
  const before = tokens[first - 1];
  if (before?.form.kind !== 'word' || before.sentence !== tokens[first]?.sentence) return false;
  const behind = work.at[last];
  // "تعيين القاضي المحافظ فلان": who is known and never was a governor.
  if (behind?.kind === 'leader' && behind.entity?.known && !held(work, behind, office.office?.id ?? ''))
    return true;
  const item = work.at[first - 1];
  if (item) return item.kind !== 'title';
  const cls = work.classes(before.form);
  return cls.definite && !cls.honorific;
}

/** "فريق" is a team without the article, and with it in the news of sport, unless it goes on as a rank: "فريق أول". */
function isTeam(work: Work, office: Item): boolean {
  const { tokens, text } = work.document;
  const { fold } = tokens[office.first]?.form ?? {};
  if (office.last - office.first > 1 || !fold?.endsWith('فريق')) return false;
  if (RANK_GOES_ON.has(tokens[office.last]?.form.fold ?? '')) return false;
  if (office.definite !== true && /^[وفبلك]{0,2}فريق$/.test(fold)) return true;
  return SPORT.test(text);
}

const RANK_GOES_ON = wordSet('أول ركن متقاعد الركن طيار الطيار');
const SPORT = /مباراة|مباريات|لاعب|الدوري|المدرب|الملعب/;

/** "المدير الفني" trains a team. */
function isCoach(work: Work, office: Item): boolean {
  return office.office?.id === 'director' && work.document.tokens[office.last]?.form.fold === 'الفني';
}

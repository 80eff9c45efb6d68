import { fold } from '../../language/arabic/normalize.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { skeleton, slug, transliterate } from '../../language/arabic/transliterate.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import { type FoundName, nameAt, nameBefore } from './names.js';
import type { Item, Work } from './work.js';
import { wrapItem } from './work.js';

const BREAKS = new Set([',', '،', ':', '-', '–', '"', '«', '(', '“']);
const LINKS = new Set(['في', 'لدي', 'الي', 'علي', 'من', 'باسم']);

/** Offices that are held in a country or at one: "السفير الأميركي لدى سوريا". */
const SENT_OFFICES = new Set([
  'ambassador',
  'envoy',
  'consul',
  'military-attache',
  'permanent-representative',
  'humanitarian-coordinator',
  'commander',
  'high-representative',
]);

/** What stands around a title. */
interface Title {
  /** Index of the token after the title with its adjectives and its country or body. */
  readonly end: number;
  readonly ofs: readonly Item[];
  readonly former: boolean;
  /** An office right behind it, such as a rank. */
  readonly next?: Item;
}

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
}

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
    };
    work.items.push(item);
    work.at[index] = item;
  }
}

/** Things that are named after people: "مستشفى الملك خالد". */
export const PLACE_BEFORE = wordSet(
  'مستشفى بمستشفى لمستشفى جامعة بجامعة مطار بمطار ميناء شارع بشارع مدينة بمدينة جسر سد قصر بقصر ملعب كأس بكأس جائزة مركز بمركز مؤسسة مسجد جامع مدرسة معهد كلية ميدان حي استاد ستاد طريق مجمع مكتبة قاعة بطولة دورة مخيم حديقة برج محافظة سوق مهرجان نفق سفينة البارجة الفرقاطة المدمرة حاملة',
);

function readTitle(work: Work, office: Item): void {
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
    const next = work.document.tokens[after.last]?.form;
    if (next && work.classes(next).former && work.classes(next).definite) office.former = true;
    return;
  }
  if (title.next?.holder) {
    office.holder = title.next.holder;
    return;
  }
  const before = holderBefore(work, office);
  if (before) {
    office.holder = before;
    return;
  }
  const far = holderBehindPhrase(work, office, title);
  if (far) office.holder = far;
}

function setOf(work: Work, office: Item, title: Title): void {
  if (title.former) office.former = true;
  const body = title.ofs.find(item => item.kind === 'organization' || item.kind === 'body');
  const country = title.ofs.find(item => item.entity?.iso);
  const kind = office.office?.of;
  const of = kind === 'country' ? (country ?? body) : (body ?? country);
  if (of?.entity) office.of = of.entity;
  else if (of) office.ofItem = of;
  if (title.end > office.last) office.end = title.end;
  const { offices } = work.lexicon;
  const id = office.office?.id ?? '';
  if (id.startsWith('former-')) {
    office.former = true;
    const current = offices.get(id.slice('former-'.length));
    if (current) office.office = current;
  }
  // The head of a body is no president of a country.
  if (id === 'president' && of && !of.entity?.iso && of.kind !== 'demonym') {
    const head = offices.get('head');
    if (head) office.office = head;
  }
}

/** Reads on behind a title: adjectives, nationality, body. */
function parseTitle(work: Work, office: Item): Title {
  const { tokens } = work.document;
  const ofs: Item[] = [];
  let former = false;
  let end = office.last;
  const sentence = tokens[office.first]?.sentence;
  for (let step = 0; step < 10; step++) {
    const token = tokens[end];
    if (!token || token.sentence !== sentence) break;
    const item = work.at[end];
    if (item) {
      if (item.first !== end) break;
      if (item.conjunction) break;
      if (item.kind === 'leader') break;
      if (item.kind === 'office' || item.kind === 'title') return { end, ofs, former, next: item };
      if (
        item.kind === 'demonym' ||
        item.kind === 'country' ||
        item.kind === 'organization' ||
        item.kind === 'body' ||
        item.kind === 'base'
      ) {
        ofs.push(item);
        end = item.last;
        continue;
      }
      break;
    }
    const cls = work.classes(token.form);
    if (cls.former) {
      former = true;
      end++;
      continue;
    }
    if (cls.titleAdjective && !cls.name) {
      end++;
      continue;
    }
    const next = work.at[end + 1];
    if (
      LINKS.has(token.form.fold) &&
      next?.first === end + 1 &&
      (next.kind === 'organization' ||
        next.kind === 'body' ||
        (next.entity?.iso !== undefined && SENT_OFFICES.has(office.office?.id ?? '')))
    ) {
      end++;
      continue;
    }
    break;
  }
  return { end, ofs, former };
}

/** Words that a title does not reach over. */
const STOPS = wordSet(
  'إن أن قال التي الذي حيث بعد خلال إلى على عن مع كان كانت قد لم لن لا ما من هو هي ثم كما بل أو إذ إذا بأن وأن وإن قائلا إنه أنه',
);

/** A name behind more of the title: "نائب رئيس لجنة الأمن في البرلمان فلان". */
function holderBehindPhrase(work: Work, office: Item, title: Title): Item | undefined {
  if (office.kind !== 'office' || WEAK_OFFICES.has(office.office?.id ?? '')) return undefined;
  const { tokens } = work.document;
  const sentence = tokens[office.first]?.sentence;
  let mark = false;
  for (let index = title.end; index < title.end + 9; index++) {
    const token = tokens[index];
    if (!token || token.sentence !== sentence) return undefined;
    const { form } = token;
    if (form.kind === 'punctuation') {
      if (mark || !/^[،,]$/.test(form.text) || index === title.end) return undefined;
      mark = true;
      continue;
    }
    if (form.kind !== 'word') return undefined;
    const item = work.at[index];
    if (item) {
      if (item.first !== index) continue;
      if (item.kind === 'office' || item.kind === 'title') {
        if (mark || !item.holder) return undefined;
        return item.conjunction ? undefined : item.holder;
      }
      if (item.kind === 'leader')
        return item.conjunction || item.proclitic || item.last - item.first < 2 ? undefined : item;
      if (mark) return undefined;
      if (item.conjunction && item.kind !== 'demonym') return undefined;
      continue;
    }
    if (STOPS.has(form.fold)) return undefined;
    const name = nameAt(work, index);
    if (name && name.last - name.first >= 2) {
      const first = work.classes(form).name;
      const closed = /^[،,)]$/.test(tokens[name.last]?.form.text ?? '');
      if (
        (first && (name.known >= 2 || index > title.end)) ||
        (mark && closed && name.last - name.first <= 4)
      )
        return addPerson(work, name);
    }
    if (mark) return undefined;
  }
  return undefined;
}

/** Offices whose words are ordinary nouns too often to reach far. */
const WEAK_OFFICES = new Set([
  'senior-figure',
  'adviser',
  'candidate',
  'mp',
  'commander',
  'rebel-general',
  'prince',
  'sheikh',
]);

function holderAfter(work: Work, office: Item, title: Title): Item | undefined {
  const { tokens } = work.document;
  let index = title.end;
  let mark = false;
  const sentence = tokens[office.first]?.sentence;
  const specific =
    (office.kind === 'office' || office.counterpart) && (office.definite || title.ofs.length > 0);
  if (BREAKS.has(tokens[index]?.form.text ?? '') && specific) {
    index++;
    mark = true;
  }
  // Ranks and words of respect in between.
  for (let step = 0; step < 4; step++) {
    const token = tokens[index];
    if (!token || token.sentence !== sentence) return undefined;
    const item = work.at[index];
    if (item?.kind === 'leader' && item.first === index) break;
    if (item && (item.kind === 'title' || (item.kind === 'office' && item.first === index))) {
      if (item.holder) return item.holder;
      if (mark && item.kind === 'office') return undefined;
      index = item.last;
      continue;
    }
    const cls = work.classes(token.form);
    if (cls.honorific && !cls.name) {
      index++;
      if (tokens[index]?.form.text === '.') index++;
      continue;
    }
    break;
  }
  const item = work.at[index];
  if (item?.kind === 'leader' && item.first === index) {
    if (item.conjunction || item.proclitic) return undefined;
    return growLeader(work, item);
  }
  const name = nameAt(work, index);
  if (!name) return undefined;
  const words = name.last - name.first;
  const closed = /^[،,)]$/.test(tokens[name.last]?.form.text ?? '');
  if (mark && (words < 2 || (name.known === 0 && !closed))) return undefined;
  if (
    words === 1 &&
    closed &&
    PLACED_OFFICES.has(office.office?.id ?? '') &&
    !work.classes(tokens[index]?.form as WordForm).name
  )
    return undefined;
  if (
    words >= 2 &&
    !mark &&
    PLACED_OFFICES.has(office.office?.id ?? '') &&
    title.ofs.length === 0 &&
    name.known > 0 &&
    !isKnownName(work, index) &&
    isKnownName(work, index + 1) &&
    !work.classes(tokens[index + 1]?.form as WordForm).particle
  )
    return addPerson(work, { ...name, first: index + 1 });
  const token = tokens[index];
  if (!token) return undefined;
  const cls = work.classes(token.form);
  if (words === 1) {
    if (!office.definite && title.ofs.length === 0 && !cls.name) return undefined;
    if (office.kind === 'office' && !office.definite && title.ofs.length === 0) return undefined;
  }
  if (!acceptable(work, office, name)) return undefined;
  return addPerson(work, name);
}

/** Offices of a town or a province, whose name stands before the holder's. */
const PLACED_OFFICES = new Set(['mayor', 'governor', 'ruler', 'regional-president']);

function isKnownName(work: Work, index: number): boolean {
  const form = work.document.tokens[index]?.form;
  return form !== undefined && work.classes(form).name;
}

/** An article in front of an unknown single word is more often an adjective than a name. */
function acceptable(work: Work, office: Item, name: FoundName): boolean {
  if (name.known > 0) return true;
  const form = work.document.tokens[name.first]?.form;
  if (!form) return false;
  const cls = work.classes(form);
  if (cls.definite && !cls.name) return false;
  if (name.last - name.first === 1) return office.definite === true && form.fold.length >= 4;
  return true;
}

/** A single known name with more of the name around it: "بوتين" in a longer name is another person. */
function growLeader(work: Work, item: Item): Item {
  if (item.last - item.first > 1) return item;
  const name = nameAt(work, item.first);
  if (!name || name.last === item.last) return item;
  const { tokens } = work.document;
  const next = tokens[item.last]?.form;
  if (next && name.known < 2 && !work.classes(next).name) return item;
  return item;
}

const SPEECH =
  wordSet(`قال قالت وقال وقالت أكد أكدت وأكد وأكدت أضاف وأضاف أعلن وأعلن أعلنت صرح وصرح أوضح وأوضح اعتبر واعتبر ذكر وذكر أشار وأشار
  دعا ودعا رأى ورأى كتب وكتب التقى والتقى يقول ويقول تقول وتقول بحسب وبحسب عن مع`);

function holderBefore(work: Work, office: Item): Item | undefined {
  const { tokens } = work.document;
  let end = office.first;
  const mark = tokens[end - 1];
  let marked = false;
  if (mark && (BREAKS.has(mark.form.text) || mark.form.text === ')' || mark.form.text === '»')) {
    end--;
    marked = true;
  }
  if (office.conjunction || office.proclitic) return undefined;
  const item = work.at[end - 1];
  if (item?.kind === 'leader' && item.last === end) return item;
  if (!office.definite && !office.of) return undefined;
  const name = nameBefore(work, end);
  if (!name || name.last - name.first < 2) return undefined;
  // Words that no list knows make a name between a verb and a title only: "قال دليل آمد، عضو البرلمان".
  const verb = tokens[name.first - 1]?.form;
  if (name.known === 0 && !(marked && verb && SPEECH.has(verb.fold))) return undefined;
  return addPerson(work, name);
}

/** Adds a person, known by the sound of the name or new. */
export function addPerson(work: Work, name: FoundName): Item {
  const { tokens } = work.document;
  const words: string[] = [];
  for (let index = name.first; index < name.last; index++) {
    const form = tokens[index]?.form;
    if (form && form.kind !== 'punctuation') words.push(form.text);
  }
  const known = work.lexicon.skeletons.find(words) ?? namesake(work, name, words);
  const item: Item = {
    kind: 'leader',
    first: name.first,
    last: name.last,
    start: tokens[name.first]?.start ?? 0,
    mention: 'name',
    entity: known ?? personEntity(words),
  };
  return wrapItem(work, item);
}

/** The known person whose last name stands here, if the first name differs by a letter at most: ناريندا مودي. */
function namesake(work: Work, name: FoundName, words: readonly string[]): Entity | undefined {
  const last = work.at[name.last - 1];
  if (last?.kind !== 'leader' || !last.entity?.known || words.length < 2) return undefined;
  const mine = skeleton(words[0] ?? '');
  const own = skeleton(last.entity.label.ar.split(' ')[0] ?? '');
  const close =
    mine === own ||
    (mine.length > 2 &&
      own.length > 2 &&
      (own.startsWith(mine.slice(0, -1)) || mine.startsWith(own.slice(0, -1))));
  return close ? last.entity : undefined;
}

export function personEntity(words: readonly string[]): Entity {
  const ar = words.map(word => word.replace(/[\u064b-\u065f\u0640\u200b-\u200f]/g, '')).join(' ');
  const en = transliterate(ar);
  return { id: `leader:${slug(transliterate(fold(ar)))}`, type: 'leader', label: { ar, en }, known: false };
}

/** Two holders of one office: "الرئيسان الروسي فلاديمير بوتين والصيني شي جين بينغ". */
function readHolders(work: Work, office: Item): void {
  let index = office.last;
  for (let count = 0; count < 4; count++) {
    const of = work.at[index];
    if (!of?.entity?.iso || of.first !== index) return;
    if (count > 0 && of.conjunction !== 'و') return;
    index = of.last;
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

import { fold } from '../../language/arabic/normalize.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { AMBIGUOUS_NAMES, COMMON_WORDS, NAME_WORDS } from '../../language/arabic/words.js';
import { shareHolder } from './joint-titles.js';
import { type FoundName, isOrdinary, isWordy, nameAt } from './names.js';
import { addPerson } from './persons.js';
import type { Title } from './titles.js';
import type { Item, Work } from './work.js';

/** Marks that may stand between a title and its holder. */
export const BREAKS = new Set([',', '،', '-', '–', '"', '«', '(', '“']);

export function holderAfter(work: Work, office: Item, title: Title): Item | undefined {
  const { tokens } = work.document;
  let index = title.end;
  let mark = false;
  const sentence = tokens[office.first]?.sentence;
  const specific =
    (office.kind === 'office' || office.counterpart) &&
    (office.definite ||
      title.ofs.length > 0 ||
      title.noun !== undefined ||
      title.principal !== undefined ||
      isAnnexed(work, office));
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
      if (item.counterpart) return undefined;
      if (item.proclitic && item.kind === 'office') return undefined;
      // "الرئيس الفرنسي والرئيس اليمني فلان" are two.
      if (item.conjunction && item.kind === 'office') {
        if (!shareHolder(work, office, item)) return undefined;
        if (!(office.of ?? office.ofItem) && item.of?.iso) office.of = item.of;
      }
      // "مساعد وزير الدفاع، والفريق فلان": he is another.
      if (mark && item.conjunction && item.kind === 'title') return undefined;
      if (item.holder) return item.holder;
      if (mark && item.kind === 'office') return undefined;
      index = item.last;
      continue;
    }
    const cls = work.classes(token.form);
    if (cls.honorific && (!cls.name || token.form.fold.length === 1)) {
      // "وزير الخارجية، والسيدة فلانة": she is another.
      if (/^و/.test(token.form.fold)) return undefined;
      index++;
      if (tokens[index]?.form.text === '.') index++;
      continue;
    }
    break;
  }
  const item = work.at[index];
  if (item?.kind === 'leader' && item.first === index) {
    if (item.conjunction || item.proclitic) return undefined;
    // "المتحدث باسم محمود عباس (أبو مازن)": another name of the one whom he serves.
    if (title.principal && title.principal.leader.entity === item.entity) return undefined;
    return growLeader(work, item);
  }
  const name = nameAt(work, index);
  if (!name || joinsAnother(work, index)) return undefined;
  const words = name.last - name.first;
  const closed = /^[،,).]$/.test(tokens[name.last]?.form.text ?? '');
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

/** "نائب رئيس الشركة، ووليد فلان": the name is behind a conjunction. */
function joinsAnother(work: Work, index: number): boolean {
  const { fold: own = '' } = work.document.tokens[index]?.form ?? {};
  return own.startsWith('و') && !NAME_WORDS.has(own) && NAME_WORDS.has(own.slice(1));
}

/** "وزير الخارجية": definite by the noun behind it. */
export function isAnnexed(work: Work, office: Item): boolean {
  if (office.kind !== 'office' || office.last - office.first < 2) return false;
  const form = work.document.tokens[office.last - 1]?.form;
  return form !== undefined && work.classes(form).definite;
}

/** Offices of a town or a province, whose name stands before the holder's. */
export const PLACED_OFFICES = new Set(['mayor', 'governor', 'ruler', 'regional-president']);

function isKnownName(work: Work, index: number): boolean {
  const form = work.document.tokens[index]?.form;
  return form !== undefined && work.classes(form).name;
}

/** An article in front of an unknown single word is more often an adjective than a name. */
function acceptable(work: Work, office: Item, name: FoundName): boolean {
  const form = work.document.tokens[name.first]?.form;
  if (!form) return false;
  // "القيادي الحوثي": of the group.
  if (name.last - name.first === 1 && form.fold === 'الحوثي') return false;
  if (name.known > 0) return true;
  const cls = work.classes(form);
  if (cls.definite && !cls.name) return false;
  if (name.last - name.first === 1)
    return office.definite === true && form.fold.length >= 4 && !isPredicate(work, office, form.fold);
  return true;
}

/** "الرئيس الفرنسي سيسافر", "الرئيس السوداني أسند": a verb, where the ruler of the day has another name. */
function isPredicate(work: Work, { office, of }: Item, word: string): boolean {
  if (/^[سل][يتن].{2}/.test(word) && COMMON_WORDS.has(word.slice(1))) return true;
  const { date } = work.document.article;
  const ruler = office && of && date ? work.lexicon.holderAt(office.id, of.id, date) : undefined;
  if (!ruler) return false;
  const names = [ruler.label.ar, ...(ruler.aliases ?? [])].flatMap(name => fold(name).split(/[\s-]+/));
  return !names.some(name => name.slice(0, 3) === word.slice(0, 3));
}

/** A single known name with more of the name around it: "بوتين" in a longer name is another person. */
function growLeader(work: Work, item: Item): Item {
  if (item.last - item.first > 1) return item;
  const name = nameAt(work, item.first);
  if (!name || name.last === item.last) return item;
  const { tokens } = work.document;
  const [own, next] = [tokens[item.first]?.form, tokens[item.last]?.form];
  if (!own || next?.kind !== 'word' || work.at[item.last]) return item;
  // "رئيس الوزراء بول تيبا" is no other statesman called بول.
  const given =
    (AMBIGUOUS_NAMES.has(own.fold) || isGiven(work, own, next)) &&
    !item.entity?.label.ar.split(' ').slice(1).map(fold).includes(next.fold);
  const surname = work.classes(next).name || (next.fold.length > 3 && !isWordy(next.fold));
  const whole = !work.classes(next).particle && !isOrdinary(next);
  return given && surname && whole ? addPerson(work, name) : item;
}

/** "شريف يفتالي": a given name of others in front of a word that no list has. */
function isGiven(work: Work, own: WordForm, next: WordForm): boolean {
  return work.lexicon.givenNames.has(own.fold) && !isOrdinary(next) && !/^[ولبف]/.test(next.fold);
}

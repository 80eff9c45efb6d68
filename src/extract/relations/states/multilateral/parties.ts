import type { EntityMention, OfficeMention, Recognition } from '../../../document.js';
import { countriesOf, namesOf } from '../finding.js';
import { bracketAfter, COUNTED } from '../lists.js';
import type { Words } from './gatherings.js';
import { FORCES, GROUP, isFiller, JOINING, PEOPLE, SIDE } from './party-words.js';

/** One of those who are listed. */
export interface Party {
  readonly mention: EntityMention;
  /** Who is on one side: "بين إيران وكل من روسيا والصين" has Iran on the first, the others on the second. */
  readonly side: number;
}

/** "قوات من مصر والأردن، إلى جانب الجيش السوداني". */
export interface PartyList {
  readonly parties: readonly Party[];
  /** Index of its first token, with the words before the first name, and of the one after its last. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  /** What it says that they send: "وزراء خارجية مصر والأردن", "قوات من مصر والأردن". */
  readonly head: Head;
  /** Whether a preposition is written with its first word: "لوزراء خارجية", "بالقاهرة". */
  readonly oblique: boolean;
  /** "(مصر والأردن والعراق)" */
  readonly bracketed: boolean;
}

export type Head = 'people' | 'forces' | 'nationality' | 'none';

/** Words in which it is no conjunction. */
const OWN_WAW = /^(وزي|وزر|وزار|وفد|وفود|وحد|ولي$|وكيل)/;
/** Both of them, where the article names them. */
const BOTH_KOREAS = /^[وفبل]{0,2}ا?لكوري(تان|تين)$/;
const COMMA = /^[،,؛]$/;
const MOST_WORDS = 10;
const LONGEST_ASIDE = 7;

interface Item {
  readonly mentions: readonly EntityMention[];
  readonly last: number;
  /** Whether it is set off against what stands before: "وكل من", or the members of a group. */
  readonly isSide: boolean;
}

/** The lists of countries, bodies and leaders in an article; a single name is one, too. */
export function partyLists({ document, mentions, offices }: Recognition, words: Words): PartyList[] {
  const { tokens, sentences } = document;
  const names = new Map<number, EntityMention>();
  for (const mention of namesOf(mentions)) {
    const party = mention.presumed ? countryIn(mention) : mention;
    const { type, subtype } = party?.entity ?? {};
    if (!party || type === 'base' || subtype === 'media') continue;
    if (mention.kind === 'nominal' && type !== 'leader') continue;
    names.set(mention.first, party === mention ? mention : { ...party, last: mention.last });
  }
  const countries = countriesOf(mentions);
  const koreas = ['KP', 'KR'].flatMap(iso => countries.get(iso) ?? []);
  const held = new Map<number, OfficeMention>();
  for (const office of offices) if (office.holder) held.set(office.first, office);

  const firsts = [...names.keys()].sort((a, b) => a - b);
  const lists: PartyList[] = [];
  let next = 0;
  for (const sentence of words.telling) {
    const { first = 0, last = 0 } = sentences[sentence] ?? {};
    for (let at = first; at < last; ) {
      while ((firsts[next] ?? last) < at) next++;
      at = Math.max(at, (firsts[next] ?? last) - MOST_WORDS);
      const list = at < last ? readList(at, sentence) : undefined;
      if (list) lists.push(list);
      at = list ? Math.max(list.last, at + 1) : at + 1;
    }
  }
  return lists;

  function countryIn(title: EntityMention): EntityMention | undefined {
    return mentions.find(({ inside, entity }) => inside === title && entity.type === 'country');
  }

  function readList(first: number, sentence: number): PartyList | undefined {
    const parties: Party[] = [];
    let head: Head = 'none';
    let side = 0;
    let at = first;
    const word = (index: number) => words.word(index, sentence);
    for (;;) {
      const item = readItem(at, parties.length > 0);
      if (!item) break;
      if (item.isSide && parties.length > 0) side++;
      for (const mention of item.mentions) parties.push({ mention, side });
      at = item.last;
      // "من جهة" ends a side.
      if (word(at) === 'من' && SIDE.has(word(at + 1))) {
        side++;
        at += /^(اخري|ثانيه|اولي)$/.test(word(at + 2)) ? 3 : 2;
      }
    }
    if (parties.length === 0) return undefined;
    const bracketed = word(first - 1) === '(' && word(at) === ')';
    return { parties, first, last: at, sentence, head, oblique: isOblique(), bracketed };

    /** A name with the words before it, joined to the list where it is not the first. */
    function readItem(start: number, isJoined: boolean): Item | undefined {
      let joined = !isJoined;
      let isSide = false;
      // Whether more than a comma joins it, and whether a title stands before it.
      let [bound, titled] = [false, false];
      for (let index = start; index <= start + MOST_WORDS; index++) {
        const form = word(index);
        if (form === '') return undefined;
        const name = names.get(index);
        bound ||= hasConjunction(index, name);
        joined ||= bound;
        const office = held.get(index);
        const holder = office?.holder;
        if (joined && holder && holder.first >= office.last) {
          if (head === 'none') head = 'people';
          return { mentions: [holder], last: afterTitle(holder), isSide };
        }
        if (name && joined)
          return !bound && titled && isJoined && isApposition(name)
            ? { mentions: [], last: name.last, isSide: false }
            : readName(name, isSide);
        if (name) return undefined;
        if (joined && BOTH_KOREAS.test(form) && koreas.length > 1)
          return { mentions: koreas, last: index + 1, isSide };
        if (COMMA.test(form) && index > first) {
          joined = true;
          continue;
        }
        const bare = /^[وفلب]/.test(form) ? form.replace(/^[وف]?[لب]?(?=..)/, '') : form;
        const isGroup = (isJoined && PEOPLE.has(bare)) || COUNTED.test(form) || GROUP.test(form);
        const group = joined && isGroup && readGroup(index);
        if (group) return group;
        if (FORCES.has(form) || FORCES.has(bare)) head = 'forces';
        else if (PEOPLE.has(form) || PEOPLE.has(bare)) {
          // "من الجانب السعودي فلان وفلان" lists people of one side.
          if (/جانب/.test(form) && word(index - 1) === 'من') return undefined;
          head = 'people';
          titled = true;
          // "بين مصر ودبلوماسيين من الأردن والعراق"
          isSide ||= word(index + 1) === 'من';
        } else if (!isFiller(form) && !isFiller(bare) && !isLink(index) && !isAmongPeople(form))
          return undefined;
        if (JOINING.has(form) || JOINING.has(bare)) {
          bound = true;
          joined = true;
          isSide ||= /^و?كلا?$/.test(form);
        }
      }
      return undefined;
    }

    /** "أنغيلا ميركل، زعيمة الحزب المسيحي": of the one before. */
    function isApposition({ entity }: EntityMention): boolean {
      return entity.type !== 'leader' && parties.at(-1)?.mention.entity.type === 'leader';
    }

    function readName(name: EntityMention, isSide: boolean): Item | undefined {
      const { type } = name.entity;
      const next = COMMA.test(word(name.last)) ? name.last + 1 : name.last;
      const follower = names.get(next);
      // "الروسي فلاديمير بوتين", "مصر سامح شكري"
      if (
        type === 'country' &&
        follower?.entity.type === 'leader' &&
        !hasConjunction(next, follower) &&
        (next === name.last || (follower.entity.country ?? name.entity.iso) === name.entity.iso)
      )
        return { mentions: [follower], last: afterTitle(follower), isSide };
      if (name.kind === 'demonym' && head === 'none') return undefined;
      if (type === 'organization' && word(name.last) === '(') {
        const members = readBracket(name.last);
        if (members) return { ...members, isSide: true };
      }
      // "البحرية المصرية والأردنية"
      if (name.entity.subtype === 'armed-force' && head === 'none') head = 'forces';
      return { mentions: [name], last: afterTitle(name), isSide };
    }

    /** "خمس دول تقع جنوب البحر (المغرب والجزائر)" */
    function readGroup(index: number): Item | undefined {
      const open = bracketAfter(document, names, index, sentence);
      if (open !== undefined) return readBracket(open);
      // "ممثلي الدائنين الدوليين وهم"
      for (let at = index + 1; at < index + LONGEST_ASIDE && !names.has(at) && word(at) !== ''; at++) {
        const list =
          parties.length > 0 && /^و?(هم|هي)$/.test(word(at)) ? readList(at + 1, sentence) : undefined;
        if (list && list.parties.length > 1)
          return { mentions: list.parties.map(({ mention }) => mention), last: list.last, isSide: true };
      }
      return undefined;
    }

    function readBracket(open: number): Item | undefined {
      const list = readList(open + 1, sentence);
      if (!list || list.parties.length < 2 || word(list.last) !== ')') return undefined;
      return { mentions: list.parties.map(({ mention }) => mention), last: list.last + 1, isSide: true };
    }

    /** Behind "سامح شكري وزير خارجية مصر" or "مصر (الدولة المضيفة)". */
    function afterTitle({ entity, last }: EntityMention): number {
      const office = held.get(last);
      if (office?.holder?.entity.id === entity.id && office.last > last) return office.last;
      if (word(last) !== '(') return last;
      for (let index = last + 1; index <= last + LONGEST_ASIDE; index++)
        if (word(index) === ')') return index + 1;
      return last;
    }

    /** "وزراء المياه في مصر والسودان" */
    function isAmongPeople(form: string): boolean {
      return form === 'في' && head === 'people' && parties.length === 0;
    }

    function isOblique(): boolean {
      const name = names.get(first);
      const prefix = word(first).charAt(0);
      if (prefix !== 'ب' && prefix !== 'ل') return false;
      return name ? name.start > (tokens[first]?.start ?? 0) : !isFiller(word(first));
    }

    /** "إلى جانب", "إضافة إلى", "علاوة على". */
    function isLink(index: number): boolean {
      const previous = word(index - 1);
      if (word(index) === 'علي') return previous.endsWith('علاوه');
      return /^و?الي$/.test(word(index)) && (word(index + 1) === 'جانب' || previous.endsWith('اضافه'));
    }

    function hasConjunction(index: number, name: EntityMention | undefined): boolean {
      const token = tokens[index];
      if (token?.form.fold.startsWith('و') !== true) return false;
      return name ? name.start > token.start : !OWN_WAW.test(token.form.fold);
    }
  }
}

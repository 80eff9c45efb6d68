import { wordSet } from '../../../../language/arabic/words.js';
import { formsOf, type Gathering, MEMORY, type Words } from './gatherings.js';
import type { Party, PartyList } from './parties.js';

/** What the parties of a list take part in. */
export interface Meeting {
  readonly kind: Gathering['kind'];
  /** Index of the first token and the one after the last that tie the list to it, in the list's sentence. */
  readonly first: number;
  readonly last: number;
  /** Whether one side talks to another, not all with each other. */
  readonly sided: boolean;
  /** Whether it is said of them that they meet each other, so that they may be of one country. */
  readonly mutual: boolean;
  /** Who takes part and is not in the list: "أجرت مصر مناورات بمشاركة الأردن والعراق". */
  readonly others: readonly Party[];
}

export type Rest = Partial<Pick<Meeting, 'sided' | 'others' | 'mutual'>>;

/** A list of parties and the words and gatherings around it. Indexes are of tokens. */
export interface Context {
  readonly list: PartyList;
  /** Index of the word before the list, and that word. */
  readonly opener: number;
  readonly form: string;
  readonly word: (index: number) => string;
  /** Whether a word from one index up to another passes a test. */
  readonly some: (from: number, to: number, test: (word: string) => boolean) => boolean;
  /** The nearest gathering before an index, with no other occasion between. */
  readonly before: (index: number, reach: number) => Gathering | undefined;
  /** The first gathering from one index up to another. */
  readonly within: (from: number, to: number) => Gathering | undefined;
  /** The last gathering that the sentences before speak of. */
  readonly earlier: () => Gathering | undefined;
  /** The list that begins at an index. */
  readonly listAt: (index: number) => PartyList | undefined;
  readonly listsBetween: (from: number, to: number) => readonly PartyList[];
  readonly meeting: (gathering: Gathering | undefined, from: number, rest?: Rest) => Meeting | undefined;
  /** The same with those who hold it. */
  readonly hosted: (gathering: Gathering | undefined, from: number) => Meeting | undefined;
  readonly hostsOf: (gathering: Gathering) => readonly Party[];
}

/** What the parties do to the gathering: "بدأت", "عقدت", "تجري". */
export const HOLDS =
  /^[وف]?(س?[يت](جري|عقد|بدا|نفذ|ختتم|نهي|طلق|نظم|ستضيف|خوض|ستانف|واصل|قيم)|اجر[يت]|اجروا|انه(ي|ت|وا)|(عقد|بدا|نفذ|اختتم|اطلق|نظم|استضاف|خاض|استانف|واصل|اقام|دشن)(ت|وا)?|[يت]عتزم)$/;
const HOST = /^[وف]?(س?[يت]ستضيف|استضافت?)$/;
export const OBLIQUE = wordSet('في مع من عن ضد على حول بين إلى قبالة لدى وبين');
/** "المحادثات التي تجريها", "المناورات التي احتضنتها". */
export const HOLDS_IT =
  /^[وف]?(س?[يت](جري|نفذ|نظم|عقد|حتضن|ستضيف)|اجر[ات]|(نفذ|نظم|عقد|احتضن|استضاف)ت?)(ها|ه)$/;
export const THAT = wordSet('الذي التي اللذين اللتين الذين اللواتي');
/** Begin another clause, or what does not belong to the verb before. */
export const BREAK = wordSet(
  'الذي التي أن إن إلى على قبل بعد إثر عقب خلال قبيل بعيد تمهيدا لبحث حول بشأن عن مع بين ضد حيث',
);
/** What else one can take part in. */
const OCCASIONS = formsOf(
  'معرض مهرجان دورة عمليات حملة تحالف ائتلاف ورشة ندوة مشروع برنامج غارات ضربات احتفال احتفالات حفل تكتل جبهة قوة قائمة آلية',
);
const SIGN = /^[:"«»”“،,(]$/;
/** Words between a verb and the gathering that is held. */
const HOLDING = 14;

export function createContexts(words: Words, lists: readonly PartyList[]): (list: PartyList) => Context {
  const { gatherings } = words;
  const byFirst = new Map(lists.map(list => [list.first, list]));
  const byNationality = new Map(
    lists.flatMap(list => {
      const gathering = gatherings.findLast(({ index }) => index < list.first);
      return list.head === 'nationality' && gathering ? [[gathering, list.parties] as const] : [];
    }),
  );

  return list => {
    const { first, last, sentence } = list;
    const word = (index: number) => words.word(index, sentence);
    const some = (from: number, to: number, test: (word: string) => boolean) => {
      for (let index = from; index < to; index++) if (test(word(index))) return true;
      return false;
    };
    let opener = first - 1;
    while (SIGN.test(word(opener)) && !list.bracketed) opener--;
    const meeting = (gathering: Gathering | undefined, from: number, rest: Rest = {}) => {
      if (!gathering) return undefined;
      const { kind, index } = gathering;
      const isHere = gathering.sentence === sentence;
      return {
        kind,
        first: Math.min(from, isHere ? index : from),
        last: Math.max(last, isHere ? index + 1 : last),
        sided: false,
        mutual: false,
        others: [],
        ...rest,
      };
    };
    return {
      list,
      opener,
      form: word(opener),
      word,
      some,
      before(index, reach) {
        const gathering = gatherings.findLast(
          own => own.sentence === sentence && own.index < index && own.index >= index - reach,
        );
        if (!gathering || some(gathering.index + 1, index, form => OCCASIONS.has(form))) return undefined;
        return gathering;
      },
      within: (from, to) =>
        gatherings.find(own => own.sentence === sentence && own.index >= from && own.index < to),
      earlier: () => gatherings.findLast(own => own.sentence < sentence && own.sentence >= sentence - MEMORY),
      listAt: index => byFirst.get(index),
      listsBetween: (from, to) =>
        lists.filter(own => own.first >= from && own.last <= to && own.head !== 'nationality'),
      meeting,
      hosted: (gathering, from) => meeting(gathering, from, gathering && { others: hostsOf(gathering) }),
      hostsOf,
    };
  };

  /** "أجرت مصر مناورات", "مصر تجري مناورات", "التدريب المصري الأميركي". */
  function hostsOf(gathering: Gathering): readonly Party[] {
    const { kind, index, sentence } = gathering;
    const word = (at: number) => words.word(at, sentence);
    const nationalities = kind === 'exercise' ? [...(byNationality.get(gathering) ?? []), ...seat()] : [];
    for (let verb = index - 1; verb > index - HOLDING; verb--) {
      if (gatherings.some(own => own.index === verb)) return nationalities;
      if (!HOLDS.test(word(verb)) || (kind === 'talks' && HOST.test(word(verb)))) continue;
      const own = lists.find(
        ({ first, last, sentence: at }) =>
          at === sentence && ((first === verb + 1 && last <= index) || last === verb),
      );
      if (!own || own.oblique || OBLIQUE.has(word(own.first - 1))) return nationalities;
      for (let at = Math.max(own.last, verb + 1); at < index; at++)
        if (BREAK.has(word(at))) return nationalities;
      return [...own.parties, ...nationalities];
    }
    return nationalities;

    /** "مناورات «أمواج» التي احتضنتها مصر" */
    function seat(): readonly Party[] {
      for (let at = index + 1; at < index + HOLDING; at++)
        if (THAT.has(word(at)) && HOLDS_IT.test(word(at + 1))) return byFirst.get(at + 2)?.parties ?? [];
      return [];
    }
  }
}

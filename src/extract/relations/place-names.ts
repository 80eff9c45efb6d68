import { headsOf } from '../../language/arabic/clitics.js';
import { fold } from '../../language/arabic/normalize.js';
import type { Vocabulary, WordForm } from '../../language/arabic/tokens.js';
import { NAME_WORDS, wordSet } from '../../language/arabic/words.js';
import type { PlaceEntry } from '../../schema/types.js';

/** The names of places of `graph-schema/gazetteer/places.json`, and the words before them that tell what they name. */

/** Nouns for places: behind them even a name that is mostly another word is that of a place. */
const PLACE_WORDS = wordSet(
  `مدينة مدينتا مدينتي مدن محافظة محافظتا محافظتي محافظات بلدة بلدتا بلدتي بلدات ولاية ولايتا ولايتي ولايات ناحية قضاء
  مديرية مديريتا مديريتي مديريات ريف إقليم ميناء مقاطعة مقاطعتي مقاطعات قرية قريتي قرى مخيم معبر منفذ جزيرة منطقة بلدية
  ضاحية مطار جمهورية`,
);

/** Nouns for what only bears the name of a place, or sits there: جامعة حلب, اتفاق الحديدة, قمة شرم الشيخ. */
const BEARERS = wordSet(
  `جامعة كلية معهد مدرسة مركز صحيفة جريدة مجلة قناة إذاعة راديو تلفزيون وكالة شبكة موقع نادي فريق منتخب دوري كأس بطولة مهرجان
  معرض مؤتمر منتدى قمة اتفاق اتفاقية إعلان مبادرة وثيقة بيان مسار بروتوكول معاهدة محادثات مفاوضات مشاورات جائزة بنك مصرف شركة
  مؤسسة جمعية هيئة غرفة بورصة محكمة مجلس حركة حزب جيش لواء كتيبة كتائب فرقة كنيسة أبرشية مطران أسقف عمليات خام سوق دوق دوقة ريال بايرن
  بوروسيا لاعب مدرب مهاجم توقيت`,
);

/** What a word makes of the name behind it. */
type Role = 'place' | 'bearer';

/** A name, and the countries that have a place of that name. */
export interface PlaceName {
  /** Folded words after the first. */
  readonly rest: readonly string[];
  readonly owners: readonly Owner[];
  /** A short word in ة, which with ه may be another: جدة, but جده. */
  readonly needsTa: boolean;
}

interface Owner {
  readonly country: string;
  readonly ambiguous: boolean;
}

/** How a word may begin the name of a place. */
export interface Start {
  /** Longer ones first. */
  readonly names: readonly PlaceName[];
  readonly conjunction: string;
  readonly proclitic: string;
  readonly definite: boolean;
  readonly prefixLength: number;
}

/** What is known of words by their form alone. */
export interface LocalityReader {
  /** Fewest clitics first; null for most words. */
  readonly startsOf: (form: WordForm) => readonly Start[] | null;
  readonly roleOf: (form: WordForm) => Role | undefined;
}

export function createLocalityReader(places: readonly PlaceEntry[], vocabulary: Vocabulary): LocalityReader {
  const names = compile(places);
  return {
    startsOf: vocabulary.memo(form => startsOf(form, names)),
    roleOf: vocabulary.memo(roleOf),
  };
}

/** Letters of a word that with ه for ة is often another. */
const LONGEST_SHORT = 4;

/** All names by their first words. */
function compile(places: readonly PlaceEntry[]): ReadonlyMap<string, readonly PlaceName[]> {
  const compiled = new Map<string, { rest: string[]; owners: Owner[]; needsTa: boolean }[]>();
  for (const { country, names, ambiguous = [] } of places) {
    for (const name of names) {
      const [first = '', ...rest] = fold(name).split(' ');
      const known = compiled.get(first) ?? [];
      compiled.set(first, known);
      const owner = { country, ambiguous: ambiguous.includes(name) };
      const same = known.find(other => other.rest.join(' ') === rest.join(' '));
      if (same) same.owners.push(owner);
      else {
        const needsTa = name.length <= LONGEST_SHORT && name.endsWith('ة');
        known.push({ rest, owners: [owner], needsTa });
      }
    }
  }
  for (const known of compiled.values()) known.sort((a, b) => b.rest.length - a.rest.length);
  return compiled;
}

/** The mark of adverbs, which no name of a place has: دومًا. */
const TANWIN = '\u064b';

/** Words that do not come apart into a clitic and a name. */
const WHOLE_WORDS = wordSet('بليون للحج');

/** Stems of fewer letters are taken for names only without clitics: باب is no ب with إب. */
const SHORTEST_STEM = 3;

/** Takes off, in this order, a conjunction and a preposition; the article stays with the name. */
function startsOf(form: WordForm, names: ReadonlyMap<string, readonly PlaceName[]>): readonly Start[] | null {
  if (form.kind !== 'word') return null;
  const word = form.fold;
  const starts: Start[] = [];
  const add = (name: string, conjunction: string, proclitic: string, definite = false) => {
    const found = name.length < SHORTEST_STEM && name !== word ? undefined : names.get(name);
    const prefixLength = conjunction.length + proclitic.length;
    if (found) starts.push({ names: found, conjunction, proclitic, definite, prefixLength });
  };
  const addBehind = (conjunction: string, rest: string) => {
    add(rest, conjunction, '');
    const first = rest.charAt(0);
    if (first === 'ب' || first === 'ل') add(rest.slice(1), conjunction, first);
    if (rest.startsWith('لل')) add(`ال${rest.slice(2)}`, conjunction, 'ل', true);
  };
  addBehind('', word);
  const first = word.charAt(0);
  if (first === 'و' || first === 'ف') addBehind(first, word.slice(1));
  if (starts.length === 0 || form.text.includes(TANWIN)) return null;
  if (!NAME_WORDS.has(word) && !WHOLE_WORDS.has(word)) return starts;
  return starts[0]?.prefixLength === 0 ? starts.slice(0, 1) : null;
}

function roleOf({ fold: word, kind }: WordForm): Role | undefined {
  if (kind !== 'word') return undefined;
  const heads = headsOf(word);
  if (heads.some(({ stem }) => PLACE_WORDS.has(stem))) return 'place';
  return heads.some(({ stem }) => BEARERS.has(stem)) ? 'bearer' : undefined;
}

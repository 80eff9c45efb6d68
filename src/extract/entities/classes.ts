import { headsOf } from '../../language/arabic/clitics.js';
import type { Vocabulary, WordForm } from '../../language/arabic/tokens.js';
import {
  COMMON_WORDS,
  FORMER_WORDS,
  HONORIFICS,
  NAME_PARTICLES,
  NAME_TAILS,
  NAME_WORDS,
  PRIVATE_TITLES,
  RANKS,
  TITLE_ADJECTIVES,
} from '../../language/arabic/words.js';
import { BASE_HEADS, ORGANIZATION_HEADS, type OrganizationHead } from './heads.js';
import { nominalIndex } from './nominals.js';

/** What a word form alone says about names, offices and bodies. */
export interface WordClass {
  readonly common: boolean;
  readonly name: boolean;
  readonly particle: boolean;
  readonly tail: boolean;
  /** Without its article and prefixes. */
  readonly rank: boolean;
  readonly honorific: boolean;
  /** نظيره, نظيرتها, and the dual: نظيريه. */
  readonly counterpart: boolean;
  readonly dualCounterpart: boolean;
  readonly privateTitle: boolean;
  readonly former: boolean;
  readonly titleAdjective: boolean;
  readonly head: OrganizationHead | undefined;
  readonly baseHead: 'base' | 'airfield' | 'camp' | 'port' | 'range' | undefined;
  /** Of a head: whether it has the article, and how much stands before it. */
  readonly headDefinite: boolean;
  readonly headPrefix: number;
  /** Whether a ministry, a mission or a unit of soldiers may begin here. */
  readonly opensBody: boolean;
  /** Whether any of the passes over an article looks at it: heads, ranks, counterparts, nominals. */
  readonly marked: boolean;
  /** See `nominalIndex`. */
  readonly nominal: number;
  /** مطارات, قواعد: names of bases may follow. */
  readonly basePlural: boolean;
  /** Whether the word, conjunction and preposition off, has the article. */
  readonly definite: boolean;
  readonly prefixLength: number;
}

export type WordClasses = (form: WordForm) => WordClass;

/** Classes of word forms, worked out once a form. */
export function createWordClasses(vocabulary: Vocabulary): WordClasses {
  return vocabulary.memo(classify);
}

function classify(form: WordForm): WordClass {
  if (form.kind !== 'word') return NOTHING;
  const { fold } = form;
  const found = {
    ...NOTHING,
    common: COMMON_WORDS.has(fold) && !NAME_WORDS.has(fold),
    name: NAME_WORDS.has(fold),
  };
  let bare = fold;
  for (const { stem, definite, prefixLength, proclitic } of headsOf(fold)) {
    if (proclitic === 'س') continue;
    if (definite && !found.definite) {
      found.definite = true;
      found.prefixLength = prefixLength;
      bare = `ال${stem}`;
    }
    found.rank ||= RANKS.has(stem);
    found.honorific ||= HONORIFICS.has(stem);
    found.privateTitle ||= PRIVATE_TITLES.has(stem);
    found.former ||= FORMER_WORDS.has(stem);
    found.titleAdjective ||= TITLE_ADJECTIVES.has(stem);
    if (found.head || found.baseHead) continue;
    found.head = ORGANIZATION_HEADS.get(stem);
    found.baseHead = BASE_HEADS.get(stem);
    if (found.head || found.baseHead) {
      found.headDefinite = definite;
      found.headPrefix = prefixLength;
    }
  }
  // "د." for a doctor: too short to have a stem.
  if (fold.length === 1) found.honorific = HONORIFICS.has(fold);
  found.particle = NAME_PARTICLES.has(fold);
  found.tail = NAME_TAILS.has(fold);
  found.counterpart = fold.includes('نظير') && /^[وفبلك]{0,2}نظيرت?[اي]?(ه|ها|هم|هما)$/.test(fold);
  found.dualCounterpart = found.counterpart && /[اي](ه|ها|هم|هما)$/.test(fold);
  found.basePlural = /^[وبلف]?(ال)?(مطارات|قواعد|قاعدتي|مطاري|معسكرات)(ه|ها|هم)?$/.test(fold);
  found.nominal = nominalIndex(fold, bare);
  found.opensBody = OPENERS.test(fold);
  found.marked =
    Boolean(found.head ?? found.baseHead) ||
    found.rank ||
    found.counterpart ||
    found.opensBody ||
    found.nominal > 0;
  return plainest(found);
}

const OPENERS =
  /^[وفبلك]{0,3}(وزاره|(ال|لل)?بعثه|(ال|لل)(فرقه|لوا|فيلق|اسطول|جناح|كتيبه|فوج|سرب|وحده|منطقه|ناحيه|هييه|موسسه|مجلس|لجنه|مفوضيه|اداره|مديريه|وكاله|جهاز|صندوق|مركز|معهد|منظمه|جمعيه|رابطه|اتحاد|نقابه|مرصد|شبكه|شركه|محكمه|رياسه|امانه|مكتب|منتدي|فيدراليه|حزب|حركه|جبهه|تيار|تجمع|ايتلاف|تحالف))$/;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const NOTHING: Mutable<WordClass> = {
  common: false,
  name: false,
  particle: false,
  tail: false,
  rank: false,
  honorific: false,
  counterpart: false,
  dualCounterpart: false,
  privateTitle: false,
  former: false,
  titleAdjective: false,
  head: undefined,
  baseHead: undefined,
  headDefinite: false,
  headPrefix: 0,
  basePlural: false,
  nominal: 0,
  opensBody: false,
  marked: false,
  definite: false,
  prefixLength: 0,
};

const plain = new Map<number, WordClass>();

/** Most words say little: those share one object. */
function plainest(found: WordClass): WordClass {
  if (found.marked || found.particle || found.tail || found.honorific || found.privateTitle) return found;
  if (found.former || found.titleAdjective || found.basePlural) return found;
  const key =
    Number(found.common) + 2 * Number(found.name) + 4 * Number(found.definite) + 8 * found.prefixLength;
  const known = plain.get(key);
  if (known) return known;
  plain.set(key, found);
  return found;
}

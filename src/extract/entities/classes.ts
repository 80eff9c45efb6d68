import { readingsOf } from '../../language/arabic/clitics.js';
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
  /** نظيره, نظيرتها. */
  readonly counterpart: boolean;
  readonly privateTitle: boolean;
  readonly former: boolean;
  readonly titleAdjective: boolean;
  readonly head?: OrganizationHead;
  readonly headDefinite?: boolean;
  readonly headPrefix?: number;
  readonly baseHead?: 'base' | 'airfield' | 'camp' | 'port' | 'range';
  /** See `nominalIndex`. */
  readonly nominal: number;
  /** مطارات, قواعد: names of bases may follow. */
  readonly basePlural: boolean;
  /** Whether the word, conjunction and preposition off, has the article. */
  readonly definite: boolean;
  readonly prefixLength: number;
  /** Folded, with the article, without conjunction and preposition where it has the article. */
  readonly bare: string;
}

export type WordClasses = (form: WordForm) => WordClass;

/** Classes of word forms, worked out once a form. */
export function createWordClasses(vocabulary: Vocabulary): WordClasses {
  return vocabulary.memo(classify);
}

function classify(form: WordForm): WordClass {
  const { fold } = form;
  let rank = false;
  let honorific = false;
  let privateTitle = false;
  let former = false;
  let titleAdjective = false;
  let definite = false;
  let head: OrganizationHead | undefined;
  let headDefinite = false;
  let headPrefix = 0;
  let baseHead: WordClass['baseHead'];
  let prefixLength = 0;
  let bare = fold;
  for (const reading of readingsOf(form)) {
    if (reading.suffix || reading.proclitic === 'س') continue;
    const { stem } = reading;
    if (reading.definite && !definite) {
      definite = true;
      prefixLength = reading.prefixLength;
      bare = `ال${stem}`;
    }
    rank ||= RANKS.has(stem);
    honorific ||= HONORIFICS.has(stem);
    privateTitle ||= PRIVATE_TITLES.has(stem);
    former ||= FORMER_WORDS.has(stem);
    titleAdjective ||= TITLE_ADJECTIVES.has(stem);
    if (!head) {
      head = ORGANIZATION_HEADS.get(stem);
      headDefinite = reading.definite;
      headPrefix = reading.prefixLength;
    }
    if (!baseHead) {
      baseHead = BASE_HEADS.get(stem);
      if (baseHead) headPrefix = reading.prefixLength;
      if (baseHead) headDefinite = reading.definite;
    }
  }
  const name = NAME_WORDS.has(fold);
  return {
    common: COMMON_WORDS.has(fold) && !name,
    name,
    particle: NAME_PARTICLES.has(fold),
    tail: NAME_TAILS.has(fold),
    rank,
    honorific,
    counterpart: /^[وفبلك]{0,2}(نظير|نظيرت)(ه|ها|هم|هما)$/.test(fold),
    privateTitle,
    former,
    titleAdjective,
    ...(head ? { head } : {}),
    ...(baseHead ? { baseHead } : {}),
    nominal: form.kind === 'word' ? nominalIndex(fold, bare) : 0,
    basePlural: /^[وبلف]?(ال)?(مطارات|قواعد|قاعدتي|مطاري|معسكرات)(ه|ها|هم)?$/.test(fold),
    headDefinite,
    headPrefix,
    definite,
    prefixLength,
    bare,
  };
}

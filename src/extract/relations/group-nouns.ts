import type { WordForm } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import type { Document, EntityMention, Recognition } from '../document.js';
import { makeMention } from '../mention.js';
import { FIGHTERS, type FoundNoun, type Kind, KURDISH, KURDS, type Rule, STATE } from './group-noun-words.js';
import { countriesOf } from './states/finding.js';

/**
 * Definite nouns that stand for a group, a body or a state named elsewhere in the article: "المتمردون", "الميليشيات",
 * "الحكومة", "البلاد". Each is read as a mention of it, for relations only: who is meant is likely, not sure.
 */

/** Not adjectives, though they look like it: relative pronouns and days. */
const NEUTRAL = wordSet('التي الذي الذين الجمعة الاثنين');

/** "القانون والنظام", "الأمن والنظام": order, not a regime. */
const ORDER = wordSet('القانون الأمن الاستقرار الانضباط');

/** The article with the mentions that its group nouns make, in order. */
export function withGroupNouns(
  recognition: Recognition,
  groupNounOf: (form: WordForm) => FoundNoun | null,
): Recognition {
  const added: EntityMention[] = [];
  let article: Article | undefined;
  recognition.document.tokens.forEach(({ form, start, end, sentence }, index) => {
    const found = groupNounOf(form);
    if (!found) return;
    article ??= new Article(recognition);
    const entity = article.meant(found, index);
    if (!entity) return;
    added.push(
      makeMention({
        entity,
        first: index,
        last: index + 1,
        start: start + found.prefixLength,
        end,
        kind: 'nominal',
        sentence,
      }),
    );
  });
  if (added.length === 0) return recognition;
  const all = [...recognition.mentions, ...added].sort((a, b) => a.first - b.first || b.last - a.last);
  return { ...recognition, mentions: all };
}

const NEAR = 2;
const DOMINANT = 2;

/** Those of one kind that an article mentions. */
interface Tally {
  readonly mentions: readonly EntityMention[];
  /** How many of them stand before the noun that is being read. */
  passed: number;
  /** Mentioned most often. */
  readonly most: Entity | undefined;
  /** Far more often than any other. */
  readonly isDominant: boolean;
  readonly isOnly: boolean;
}

/** An article whose nouns are read from its first token to its last. */
class Article {
  readonly #recognition: Recognition;
  /** By token: the mention that begins there, and whether a mention or a title covers it. */
  readonly #at: (EntityMention | undefined)[];
  readonly #covered: Uint8Array;
  readonly #tallies = new Map<Kind, Tally>();
  readonly #regime: Entity | undefined;

  constructor(recognition: Recognition) {
    const { document, mentions, offices } = recognition;
    this.#recognition = recognition;
    this.#at = new Array(document.tokens.length).fill(undefined);
    this.#covered = new Uint8Array(document.tokens.length);
    for (const mention of mentions) {
      if (mention.attached) continue;
      this.#covered.fill(1, mention.first, mention.last);
      this.#at[mention.first] ??= mention;
    }
    for (const { first, last } of offices) this.#covered.fill(1, first, last);
    this.#regime = regimeOf(document, mentions);
  }

  /** Whom the noun at a token stands for. */
  meant({ noun, agreeing, prefixLength }: FoundNoun, index: number): Entity | undefined {
    const { tokens } = this.#recognition.document;
    const covered = this.#covered;
    if (covered[index]) return undefined;
    const sentence = tokens[index]?.sentence ?? 0;
    const before = tokens[index - 1]?.sentence === sentence ? (tokens[index - 1]?.form.fold ?? '') : '';
    // Right behind a name it is an adjective: "داعش والنصرة الإرهابيين".
    if (before && covered[index - 1] && prefixLength === 0) return undefined;
    if (noun.behind && !noun.behind.has(before)) return undefined;
    if (noun.rule === 'regime' && ORDER.has(before)) return undefined;
    let { kind, adjectives } = noun;
    let at = index + 1;
    if ((kind === FIGHTERS || noun.needsAdjective) && KURDISH.has(tokens[at]?.form.fold ?? '')) {
      kind = KURDS;
      adjectives = KURDISH;
    }
    while (adjectives.has(tokens[at]?.form.fold ?? '') && !covered[at]) at++;
    if (noun.needsAdjective && at === index + 1) return undefined;
    const after = tokens[at];
    if (after?.sentence === sentence) {
      const { fold: word } = after.form;
      // "الميليشيات الحوثية", "النظام المصرفي": it says itself which one is meant.
      const isOwn = covered[at]
        ? this.#at[at]?.start === after.start
        : agreeing.test(word) && !NEUTRAL.has(word);
      if (isOwn) return undefined;
      // "السلطات في تركيا"
      const place = kind === STATE && word === 'في' ? this.#at[at + 1]?.entity : undefined;
      if (place?.type === 'country') return place;
    }
    return this.#antecedent(kind, noun.rule, index, sentence);
  }

  #antecedent(kind: Kind, rule: Rule, index: number, sentence: number): Entity | undefined {
    const tally = this.#tallyOf(kind);
    const { mentions, most, isDominant } = tally;
    while ((mentions[tally.passed]?.first ?? index) < index) tally.passed++;
    const last = mentions[tally.passed - 1];
    if (rule === 'only') return last && tally.isOnly ? most : undefined;
    if (rule === 'near') return this.#lastBefore(tally, sentence - NEAR, ({ entity }) => entity === most);
    if (rule === 'regime' && this.#regime) return this.#regime;
    if (isDominant || last?.entity === most) return most;
    return rule === 'scene' ? this.#lastBefore(tally, sentence, ({ inside }) => !inside) : undefined;
  }

  #lastBefore(
    { mentions, passed }: Tally,
    earliest: number,
    fits: (mention: EntityMention) => boolean,
  ): Entity | undefined {
    for (let at = passed - 1; at >= 0; at--) {
      const mention = mentions[at];
      if (!mention || mention.sentence < earliest) return undefined;
      if (fits(mention)) return mention.entity;
    }
    return undefined;
  }

  #tallyOf(kind: Kind): Tally {
    let tally = this.#tallies.get(kind);
    if (!tally) {
      const counts = new Map<Entity, number>();
      const named: EntityMention[] = [];
      for (const mention of this.#recognition.mentions) {
        if (!kind(mention.entity)) continue;
        counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1);
        if (mention.kind !== 'pronoun' && !mention.presumed) named.push(mention);
      }
      const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
      tally = {
        mentions: named,
        passed: 0,
        most: first?.[0],
        isDominant: first !== undefined && first[1] >= DOMINANT * (second?.[1] ?? 0),
        isOnly: second === undefined,
      };
      this.#tallies.set(kind, tally);
    }
    return tally;
  }
}

const REGIME = /^[وف]?[بلك]?(ال|لل)?نظام$/;

/** The only state whose regime the article names. */
function regimeOf({ tokens }: Document, mentions: readonly EntityMention[]): Entity | undefined {
  const countries = countriesOf(mentions);
  const found = new Set<Entity>();
  for (const { entity, first } of mentions) {
    if (!REGIME.test(tokens[first - 1]?.form.fold ?? '')) continue;
    const state = entity.type === 'country' ? entity : countries.get(entity.country ?? '')?.entity;
    if (state) found.add(state);
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

import type { Token } from '../../language/arabic/tokens.js';
import type { Entity } from '../../model.js';
import type { EntityMention, Recognition } from '../document.js';
import { makeMention } from '../mention.js';
import { countriesOf, OF_STATE } from './states/finding.js';
import type { Phrase, Predicate } from './syntax.js';
import type { Word } from './words.js';

/**
 * "We" in the words of those who speak for a country or a body: «نحن على تواصل مع واشنطن», said by a minister, is about
 * his country; said by the head of a movement, about the movement.
 */

/** The country or body that a speaker means by "we", if the article names it. */
export type SideOf = (speaker: Entity) => EntityMention | undefined;

/** Most places of a sentence at which "we" is read: long speeches repeat it. */
const MOST = 4;

export function createSides({ mentions, offices }: Recognition): SideOf {
  const countries = countriesOf(mentions);
  const first = new Map<string, EntityMention>();
  for (const mention of mentions) if (!first.has(mention.entity.id)) first.set(mention.entity.id, mention);
  const posts = new Map<string, Entity>();
  for (const { holder, of, former } of offices)
    if (holder && of && !former && !posts.has(holder.entity.id)) posts.set(holder.entity.id, of);
  const stateOf = ({ country }: Entity) => (country === undefined ? undefined : countries.get(country));
  return speaker => {
    const post = posts.get(speaker.id);
    if (!post) return speaker.type === 'leader' && speaker.known ? stateOf(speaker) : undefined;
    if (post.type === 'organization' && OF_STATE.has(post.subtype ?? ''))
      return stateOf(post) ?? first.get(post.id);
    return first.get(post.id);
  };
}

/**
 * The places of a sentence at which its speaker says "we", with whom he means: as mentions, attached to the word.
 *
 * @param words those of the sentence, the first of which is at `first`
 * @param topic whom the text was speaking of before
 */
export function ourMentions(
  tokens: readonly Token[],
  first: number,
  words: readonly Word[],
  phrases: readonly Phrase[],
  predicates: readonly Predicate[],
  saying: ReadonlySet<number>,
  topic: EntityMention | undefined,
  sideOf: SideOf,
): EntityMention[] {
  const places = new Set<number>();
  words.forEach(({ ours }, at) => {
    if (ours) places.add(first + at);
  });
  for (const { index, verb, reading } of predicates)
    if ((verb?.person === 1 && verb.number === 'plural') || reading.suffix === 'نا') places.add(index);
  if (places.size === 0) return [];
  const found: EntityMention[] = [];
  for (const at of [...places].sort((a, b) => a - b).slice(0, MOST)) {
    const speaker = speakerBefore(phrases, at) ?? speakerAfter(phrases, at, saying) ?? topic;
    const side = speaker && sideOf(speaker.entity);
    const token = tokens[at];
    if (!side || !token || side.entity.id === speaker?.entity.id) continue;
    const { start, end, sentence } = token;
    found.push(
      makeMention({
        entity: side.entity,
        first: at,
        last: at,
        start,
        end,
        kind: 'nominal',
        sentence,
        attached: true,
      }),
    );
  }
  return found;
}

const isNamed = ({ mention, nested, implicit, governor }: Phrase) =>
  mention.entity.type === 'leader' && !nested && !implicit && governor !== 'preposition';

function speakerBefore(phrases: readonly Phrase[], at: number): EntityMention | undefined {
  return phrases.findLast(phrase => phrase.mention.first < at && isNamed(phrase))?.mention;
}

/** «…», قال الوزير: a verb of saying stands right before him. */
function speakerAfter(
  phrases: readonly Phrase[],
  at: number,
  saying: ReadonlySet<number>,
): EntityMention | undefined {
  return phrases.find(
    phrase =>
      phrase.start > at && isNamed(phrase) && (saying.has(phrase.start - 1) || saying.has(phrase.start - 2)),
  )?.mention;
}

/** Whether a phrase is one of {@link ourMentions}. */
export function isOurs({ implicit, mention }: Phrase): boolean {
  return implicit && mention.kind === 'nominal';
}

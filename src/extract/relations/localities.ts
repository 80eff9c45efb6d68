import { nameStart } from '../../language/arabic/clitics.js';
import type { Token } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import type { EntityMention, Recognition } from '../document.js';
import { makeMention } from '../mention.js';
import type { LocalityReader, PlaceName, Start } from './place-names.js';
import { countriesOf } from './states/finding.js';

/**
 * Places within a country that the article names: «انسحبت الوحدات من منبج» speaks of Syria. They come from
 * `graph-schema/gazetteer/places.json`, and are read as mentions of the country by which relations go.
 */

/** Behind the name of a town they make that of its club. */
const CLUB_WORDS = wordSet('سيتي يونايتد');

/**
 * The mentions that relations are read with, and in order among them those that places make: of countries that the
 * article names, at words that no mention has.
 *
 * @param mentions those of the article, and whatever else relations go by
 */
export function withLocalities(
  recognition: Recognition,
  mentions: readonly EntityMention[],
  reader: LocalityReader,
): readonly EntityMention[] {
  const { tokens } = recognition.document;
  let article: ArticleNames | undefined;
  const added: EntityMention[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const starts = token && reader.startsOf(token.form);
    if (!starts) continue;
    article ??= readNames(recognition);
    for (const start of starts) {
      const found = localityAt(tokens, index, start, article, added.at(-1), reader);
      if (!found) continue;
      added.push(found);
      index = found.last - 1;
      break;
    }
  }
  if (added.length === 0) return mentions;
  return [...mentions, ...added].sort((a, b) => a.first - b.first || b.last - a.last);
}

/** The mention that a place makes whose name begins at a token, after that of `previous`. */
function localityAt(
  tokens: readonly Token[],
  index: number,
  start: Start,
  article: ArticleNames,
  previous: EntityMention | undefined,
  { roleOf }: LocalityReader,
): EntityMention | undefined {
  const token = tokens[index];
  const name = start.names.find(({ rest }) => standsAt(tokens, index, rest));
  if (!token || !name) return undefined;
  const last = index + 1 + name.rest.length;
  if (article.covered.subarray(index, last).includes(1)) return undefined;
  const after = tokens[last];
  if (after?.sentence === token.sentence && CLUB_WORDS.has(after.form.fold)) return undefined;
  const before = tokens[index - 1];
  const role = before?.sentence === token.sentence ? roleOf(before.form) : undefined;
  const isBare = start.conjunction === '' && start.proclitic === '';
  if (isBare && (role === 'bearer' || article.people[index])) return undefined;
  const continues =
    start.conjunction === 'و' && previous?.last === index && previous.sentence === token.sentence;
  const isCued = (isBare && role === 'place') || continues;
  if (name.needsTa && !isCued && !token.form.text.endsWith('ة')) return undefined;
  const country = countryOf(name, isCued, last, article);
  if (!country) return undefined;
  return makeMention({
    entity: country.entity,
    first: index,
    last,
    start: nameStart(token.start, token.form, start),
    end: tokens[last - 1]?.end ?? token.end,
    kind: 'metonym',
    sentence: token.sentence,
    locality: true,
  });
}

function standsAt(tokens: readonly Token[], index: number, rest: readonly string[]): boolean {
  return rest.every((word, at) => {
    const token = tokens[index + 1 + at];
    return token?.form.fold === word && token.sentence === tokens[index]?.sentence;
  });
}

/** What the mentions of an article say about the places that it may name. */
interface ArticleNames {
  /** By ISO code, the first mention of each country. */
  readonly countries: ReadonlyMap<string, EntityMention>;
  /** By ISO code, how often each country is mentioned. */
  readonly counts: ReadonlyMap<string, number>;
  /** By token, whether it belongs to a mention. */
  readonly covered: Uint8Array;
  /** By token, whether the name of a person ends right before it. */
  readonly people: Uint8Array;
  /** Adjectives of countries by the token where they stand. */
  readonly adjectives: ReadonlyMap<number, string>;
}

function readNames({ document, mentions }: Recognition): ArticleNames {
  const covered = new Uint8Array(document.tokens.length);
  const people = new Uint8Array(document.tokens.length + 1);
  const adjectives = new Map<number, string>();
  const counts = new Map<string, number>();
  for (const { entity, first, last, kind } of mentions) {
    covered.fill(1, first, last);
    if (entity.type === 'leader' && kind !== 'pronoun') people[last] = 1;
    if (entity.type !== 'country' || entity.iso === undefined) continue;
    counts.set(entity.iso, (counts.get(entity.iso) ?? 0) + 1);
    if (kind === 'demonym') adjectives.set(first, entity.iso);
  }
  return { countries: countriesOf(mentions), counts, covered, people, adjectives };
}

/**
 * The country whose place is meant: of those that the article names, the one that it names most. With the adjective
 * of its country behind it («مدينة ليون الفرنسية») a place is part of a phrase that has a mention already.
 */
function countryOf(
  { owners }: PlaceName,
  isCued: boolean,
  last: number,
  { countries, counts, adjectives }: ArticleNames,
): EntityMention | undefined {
  if (adjectives.has(last)) return undefined;
  let best: string | undefined;
  let most = 0;
  for (const { country, ambiguous } of owners) {
    const count = counts.get(country) ?? 0;
    if (count === 0 || (ambiguous && !isCued)) continue;
    if (count === most) best = undefined;
    if (count <= most) continue;
    best = country;
    most = count;
  }
  return best === undefined ? undefined : countries.get(best);
}

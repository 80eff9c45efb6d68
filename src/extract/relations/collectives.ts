import { readingsOf } from '../../language/arabic/clitics.js';
import type { Vocabulary, WordForm } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';
import type { EntityMention, Recognition } from '../document.js';
import { makeMention } from '../mention.js';

/**
 * Duals that stand for the two parties that the text spoke of last: "اتفق البلدان", "محادثات بين الجانبين", "قمة
 * الكوريتين". Each is read as a mention of either party.
 */

type Parties = (entity: Entity) => boolean;

const COUNTRIES: Parties = ({ type }) => type === 'country';
const LEADERS: Parties = ({ type }) => type === 'leader';
const SIDES: Parties = ({ type }) => type === 'country' || type === 'organization';
const KOREAS: Parties = ({ iso }) => iso === 'KP' || iso === 'KR';

const NOUNS: readonly (readonly [Parties, ReadonlySet<string>])[] = [
  [COUNTRIES, wordSet('بلدان بلدين دولتان دولتين عاصمتان عاصمتين جاران جارين جارتان جارتين حليفان حليفين')],
  [
    LEADERS,
    wordSet(
      'رئيسان رئيسين زعيمان زعيمين وزيران وزيرين رجلان رجلين قائدان قائدين مسؤولان مسؤولين دبلوماسيان عاهلان عاهلين',
    ),
  ],
  [KOREAS, wordSet('كوريتان كوريتين')],
  [SIDES, wordSet('جانبان جانبين طرفان طرفين جيشان جيشين قوتان قوتين خصمان خصمين')],
];

/** Sentences that are looked back over for the parties, but for the two Koreas, which no other can be. */
const MEMORY = 2;

export function createCollectiveReader(vocabulary: Vocabulary): (form: WordForm) => Parties | null {
  return vocabulary.memo(form => {
    if (form.kind !== 'word' || !isDual(form.fold)) return null;
    for (const { stem, definite, suffix } of readingsOf(form)) {
      // Without the article it names two others, or is a plural that is written alike.
      if (suffix !== '' || !definite) continue;
      const found = NOUNS.find(([, nouns]) => nouns.has(stem));
      if (found) return found[0];
    }
    return null;
  });
}

function isDual(word: string): boolean {
  return word.endsWith('ان') || word.endsWith('ين');
}

/** The mentions of an article with those that its collectives make, in order. */
export function withCollectives(
  { document, mentions }: Recognition,
  collectiveOf: (form: WordForm) => Parties | null,
): readonly EntityMention[] {
  const { tokens } = document;
  const added: EntityMention[] = [];
  let next = 0;
  const before: EntityMention[] = [];
  tokens.forEach((token, index) => {
    const parties = collectiveOf(token.form);
    if (!parties) return;
    while (next < mentions.length && (mentions[next]?.first ?? 0) < index) {
      const mention = mentions[next++];
      if (mention) before.push(mention);
    }
    if (before.some(({ last, first }) => first <= index && index < last)) return;
    const pair = lastTwo(before, parties, token.sentence);
    if (pair.length < 2) return;
    const { start, end } = token;
    for (const { entity } of pair.reverse())
      added.push(
        makeMention({
          entity,
          first: index,
          last: index + 1,
          start,
          end,
          kind: 'nominal',
          sentence: token.sentence,
          collective: true,
        }),
      );
  });
  if (added.length === 0) return mentions;
  return [...mentions, ...added].sort((a, b) => a.first - b.first || b.last - a.last);
}

function lastTwo(before: readonly EntityMention[], parties: Parties, sentence: number): EntityMention[] {
  const found: EntityMention[] = [];
  for (let at = before.length - 1; at >= 0 && found.length < 2; at--) {
    const mention = before[at];
    if (!mention || (mention.sentence < sentence - MEMORY && parties !== KOREAS)) break;
    if (!parties(mention.entity) || mention.kind === 'pronoun') continue;
    if (found.some(({ entity }) => entity.id === mention.entity.id)) continue;
    found.push(mention);
  }
  return found;
}

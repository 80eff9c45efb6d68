import type { Recognition } from '../../document.js';
import { type Slots, slotsOf } from '../slots.js';
import type { Phrase, Sentence } from '../syntax.js';
import { nameOf, phraseText, predicateText } from './names.js';
import { governorName, objectSlotName, subjectSlotName } from './slot-names.js';
import type { ExplainedMention, ExplainedPhrase, ExplainedPredicate, Filler } from './types.js';

/** How a sentence was read, before anything was judged. */

export function explainMentions({ document, mentions }: Recognition, sentence: number): ExplainedMention[] {
  const textOf = ({ start, end }: { readonly start: number; readonly end: number }) =>
    document.text.slice(start, end);
  return mentions
    .filter(mention => mention.sentence === sentence)
    .map(mention => ({
      start: mention.start,
      end: mention.end,
      text: textOf(mention),
      entity: nameOf(mention.entity),
      kind: mention.kind,
      ...(mention.inside && { inside: textOf(mention.inside) }),
    }));
}

/** The phrases that can fill slots: those inside others and the unsaid ones are left out. */
export function explainPhrases(recognition: Recognition, sentence: Sentence): ExplainedPhrase[] {
  const shown = sentence.phrases.filter(({ nested, implicit }) => !nested && !implicit);
  const members = new Map<number, number>();
  for (const { group } of shown) members.set(group, (members.get(group) ?? 0) + 1);
  return shown.map(phrase => ({
    text: phraseText(recognition, phrase),
    entity: nameOf(phrase.mention.entity),
    governor: governorName(phrase),
    ...(phrase.head !== '' && { head: phrase.head }),
    ...((members.get(phrase.group) ?? 0) > 1 && { group: phrase.group }),
  }));
}

export function explainPredicates(
  recognition: Recognition,
  sentence: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
): ExplainedPredicate[] {
  return sentence.predicates.map(predicate => {
    const { lexeme } = predicate;
    const bySense = lexeme.senses.map(({ object }) => slotsOf(sentence, predicate, object, subjects));
    return {
      text: predicateText(recognition, sentence, predicate),
      rule: lexeme.name,
      kind: lexeme.event ? 'event noun' : lexeme.kind,
      relations: [...lexeme.relations],
      subjects: fillersOf(sentence, bySense, 'subject'),
      objects: fillersOf(sentence, bySense, 'object'),
    };
  });
}

/** Each entity once a slot, whichever sense of the word puts it there. */
function fillersOf({ phrases }: Sentence, bySense: readonly Slots[], role: 'subject' | 'object'): Filler[] {
  const slotName = role === 'subject' ? subjectSlotName : objectSlotName;
  const found = new Map<string, Filler>();
  for (const slots of bySense) {
    phrases.forEach(({ mention }, index) => {
      const number = slots[role][index] ?? 0;
      if (number === 0) return;
      const slot = slotName(number);
      found.set(`${mention.entity.id} ${slot}`, { entity: nameOf(mention.entity), slot });
    });
  }
  return [...found.values()];
}

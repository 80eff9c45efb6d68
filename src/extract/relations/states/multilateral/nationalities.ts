import type { EntityMention, Recognition } from '../../../document.js';
import { namesOf } from '../finding.js';
import type { Words } from './gatherings.js';
import type { Party, PartyList } from './parties.js';

const ADJECTIVE = /^(?!.*نظ(ير|را))(?!ب(?!حري|ري)).*(ي|يه|يا|مشترك|مشتركه)$/;
/** Adjectives that may stand between an exercise and the nationalities: "مناورات بحرية مشتركة". */
const MOST_ADJECTIVES = 3;

/**
 * The nationalities behind an exercise: "مناورات روسية صينية إيرانية", "التدريب المصري الأميركي المشترك". Behind talks
 * they mostly stand for those who hold them, whom the article names: "اللقاء السعودي الأميركي الروسي".
 */
export function nationalityLists({ mentions }: Recognition, words: Words): PartyList[] {
  const demonyms = new Map<number, EntityMention>();
  for (const mention of namesOf(mentions)) {
    // "السعودية" and "تركية" are names, too.
    const isName = mention.kind === 'name' && mention.last === mention.first + 1;
    const isLike = isName && /(ي|يه)$/.test(words.word(mention.first, mention.sentence));
    if (mention.entity.type === 'country' && (mention.kind === 'demonym' || isLike))
      demonyms.set(mention.first, mention);
  }
  const exercises = words.gatherings.filter(({ kind }) => kind === 'exercise');
  return exercises.flatMap(({ index, sentence }): PartyList[] => {
    let first = index + 1;
    while (first <= index + MOST_ADJECTIVES && !demonyms.has(first)) {
      if (!ADJECTIVE.test(words.word(first, sentence))) return [];
      first++;
    }
    const parties: Party[] = [];
    let last = first;
    for (let mention = demonyms.get(first); mention; mention = demonyms.get(last)) {
      if (mention.sentence !== sentence) break;
      parties.push({ mention, side: 0 });
      last = mention.last;
      if (/^[-–]$/.test(words.word(last, sentence))) last++;
    }
    if (parties.length === 0) return [];
    return [{ parties, first, last, sentence, head: 'nationality', oblique: false, bracketed: false }];
  });
}

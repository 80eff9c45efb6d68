import { wordSet } from '../../../language/arabic/words.js';
import type { EntityMention, Recognition } from '../../document.js';
import { type Finding, namesOf } from './finding.js';

/** Bodies that "from" behind a name makes its bearer a member of. */
const CLUBS = new Set(['party', 'movement']);
/** Words behind which "from" belongs to something else: "تلقى فلان من الحزب", "طلب". */
const GIVEN = wordSet(
  'تلقى تلقت طلب طلبت استقال استقالت انسحب انسحبت خرج خرجت طرد طردت انشق انشقت غضب تسلم نال نالت أقيل فصل',
);
const BACK = 6;

/** "قالت النائبة فلانة من حزب الخضر", "فلان (عن الحزب الديمقراطي)": the party that a politician is of. */
export function findPartisans({ document, mentions }: Recognition): Finding[] {
  const { tokens } = document;
  const names = namesOf(mentions);
  const found: Finding[] = [];
  for (let index = 0; index + 1 < names.length; index++) {
    const [leader, party] = [names[index], names[index + 1]];
    if (leader?.entity.type !== 'leader' || leader.kind === 'nominal' || !party) continue;
    if (!CLUBS.has(party.entity.subtype ?? '') || leader.sentence !== party.sentence) continue;
    const gap = tokens.slice(leader.last, party.first).map(({ form }) => form.fold);
    const [first, ...rest] = /^[(،]$/.test(gap[0] ?? '') ? gap.slice(1) : gap;
    if (rest.length > 0 || first === undefined || !(first === 'من' || (first === 'عن' && gap.length === 2)))
      continue;
    if (isGiven(leader)) continue;
    found.push({
      subject: leader,
      type: 'member_of',
      object: party,
      modality: 'actual',
      confidence: 0.8,
      rule: 'from-party',
      sentence: leader.sentence,
    });
  }
  return found;

  function isGiven({ first, sentence }: EntityMention): boolean {
    for (let index = first - 1; index >= 0 && index >= first - BACK; index--) {
      const token = tokens[index];
      if (token?.sentence !== sentence) return false;
      const { fold: word } = token.form;
      if (GIVEN.has(word) || GIVEN.has(word.replace(/^[وف]/, ''))) return true;
    }
    return false;
  }
}

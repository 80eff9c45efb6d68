import { isComma } from '../../../language/arabic/punctuation.js';
import { wordSet } from '../../../language/arabic/words.js';
import type { EntityMention, Recognition } from '../../document.js';
import { type Finding, namesOf } from './finding.js';
import { leadingWords } from './leading-words.js';

const THAT = wordSet('الذي التي');
const WAS = wordSet('كان كانت');
/** Verbs of the present whose object is what somebody leads. */
const LEADS = leadingWords({
  commander: 'يقود تقود',
  chief: 'يتزعم تتزعم',
  head: 'يرأس يترأس تترأس ترأس',
  director: 'يدير تدير',
});
const TAKES = wordSet('يتولى تتولى');
/** "الذي يتولى رئاسة الحزب" */
const POSTS = leadingWords({ commander: 'قيادة', chief: 'زعامة', head: 'رئاسة', director: 'إدارة' });

/** "فلان الذي يترأس القيادة المركزية", "فلانة، التي تتولى رئاسة الحزب": the body that somebody is said to lead. */
export function findLeadingClauses({ document, mentions }: Recognition): Finding[] {
  const { tokens } = document;
  const names = namesOf(mentions);
  const found: Finding[] = [];
  names.forEach((leader, index) => {
    const body = names[index + 1];
    if (leader.entity.type !== 'leader' || leader.kind === 'nominal') return;
    if (body?.entity.type !== 'organization' || body.sentence !== leader.sentence) return;
    const gap = tokens.slice(leader.last, body.first).map(({ form }) => form.fold);
    if (isComma(gap[0] ?? '')) gap.shift();
    if (!THAT.has(gap.shift() ?? '')) return;
    const past = WAS.has(gap[0] ?? '');
    const [verb = '', noun = '', ...rest] = past ? gap.slice(1) : gap;
    const office = noun === '' ? LEADS.get(verb) : TAKES.has(verb) ? POSTS.get(noun) : undefined;
    if (!office || rest.length > 0 || joins(body)) return;
    found.push({
      subject: leader,
      type: 'holds_office',
      object: body,
      modality: past ? 'past' : 'actual',
      confidence: 0.8,
      rule: 'leads-body',
      sentence: leader.sentence,
      office,
    });
  });
  return found;

  /** "الذي يقود والحزب": with something in front it is no object. */
  function joins({ first, start }: EntityMention): boolean {
    return start > (tokens[first]?.start ?? 0) && !/^ال/.test(tokens[first]?.form.fold ?? '');
  }
}

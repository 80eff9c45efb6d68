import { wordSet } from '../../../language/arabic/words.js';
import type { EntityMention, Recognition } from '../../document.js';
import { type Finding, namesOf } from './finding.js';
import { leadingWords } from './leading-words.js';

/** What ties a body to the one at its head: "الجيش الوطني بقيادة المشير حفتر". */
const UNDER = leadingWords({
  commander: 'بقيادة يقوده يقودها تقوده تقودها',
  chief: 'بزعامة يتزعمه يتزعمها تتزعمه تتزعمها',
  head: 'برئاسة يرأسه يرأسها ترأسه ترأسها يترأسه يترأسها',
});
const THAT = wordSet('الذي التي');
const WAS = wordSet('كان كانت');
/** Words behind the name of a body that do not part it from what follows. */
const BEHIND = wordSet(
  'المعارض المعارضة الحاكم الحاكمة المتشدد المتشددة المتطرف المتطرفة المسلحة الإرهابي الإرهابية',
);
/** "وفد الحزب برئاسة فلان": what is headed is a part of the body or a gathering. */
const PARTS = wordSet('وفد ووفد لوفد وفدا من اجتماع اجتماعا لقاء جلسة لجنة كتلة مع');
/** What may stand behind a verb whose subject is not named again. */
const CLOSING = /^([.،,؛:!؟)»”"]|في|منذ|ان|الي|علي|من|و.{3,})$/;
/** "عين", "بتعيين", "انتخب". */
const APPOINTS = /^[وفبل]?(ي|ت)?(عينت?|تعيين|انتخبت?|انتخاب|نصبت?|تنصيب|اختارت?|اختيار)$/;
/** "تعيين خلف لفلان على رأس": he was there before. */
const REPLACED = wordSet('خلف خلفا بديل بديلا بدلا');
/** How far before the one put in charge the verb may stand. */
const REACH = 6;
/** The furthest that the name may stand behind: ranks and words of respect come before it. */
const RANKS = 5;
/** Leading a part or a doing of these is no office of them. */
const NOT_LED = new Set(['international', 'alliance', 'media']);
/** "الاتحاد الدولي الذي يرأسه فلان" has him as its head all the same. */
const PRESIDES = /^[يت]?ت?راسها?$/;

/** Who is said to lead a body: "تيار الحكمة بزعامة عمار الحكيم", "الحركة التي كان يقودها فلان". */
export function findHeads({ document, mentions }: Recognition): Finding[] {
  const { tokens } = document;
  const names = namesOf(mentions);
  const at = new Map<number, EntityMention>();
  for (const mention of names)
    for (let index = mention.first; index < mention.last; index++) at.set(index, mention);
  const found: Finding[] = [];
  for (const body of names) {
    if (body.entity.type !== 'organization') continue;
    let index = body.last;
    const form = () => {
      const token = tokens[index];
      return token?.sentence === body.sentence ? token.form.fold : '';
    };
    if (BEHIND.has(form())) index++;
    if (/^[،,"»”]$/.test(form())) index++;
    const related = THAT.has(form());
    if (related) index++;
    const past = related && WAS.has(form());
    if (past) index++;
    const put = putInCharge(body);
    if (put) {
      found.push({
        subject: put,
        type: 'holds_office',
        object: body,
        modality: 'actual',
        confidence: 0.8,
        rule: 'put-in-charge',
        sentence: body.sentence,
        office: { ar: 'رئيس', en: 'head' },
      });
      continue;
    }
    const office = UNDER.get(form());
    if (NOT_LED.has(body.entity.subtype ?? '') && !(related && PRESIDES.test(form()))) continue;
    if (!office || (office.en === 'head' && PARTS.has(tokens[body.first - 1]?.form.fold ?? ''))) continue;
    const holder =
      headFrom(index + 1, body.sentence) ??
      (related && endsClause(index + 1, body.sentence) ? leaderBefore(body) : undefined);
    if (holder)
      found.push({
        subject: holder,
        type: 'holds_office',
        object: body,
        modality: past ? 'past' : 'actual',
        confidence: 0.85,
        rule: 'heads-body',
        sentence: body.sentence,
        office,
      });
  }
  return found;

  /** "عين ترامب فلانة على رأس الوكالة". */
  function putInCharge(body: EntityMention): EntityMention | undefined {
    const [on, head] = [body.first - 2, body.first - 1];
    if (tokens[on]?.form.fold !== 'علي' || tokens[head]?.form.fold !== 'راس') return undefined;
    const leader = at.get(on - 1);
    if (leader?.entity.type !== 'leader' || leader.sentence !== body.sentence || leader.kind === 'nominal')
      return undefined;
    for (let index = leader.first - 1; index >= 0 && index >= leader.first - REACH; index--) {
      const token = tokens[index];
      if (token?.sentence !== body.sentence || REPLACED.has(token.form.fold)) return undefined;
      if (APPOINTS.test(token.form.fold)) return leader;
    }
    return undefined;
  }

  /** "الذي يتزعمه": with no name behind the verb it is the one leader whom the sentence names before. */
  function leaderBefore(body: EntityMention): EntityMention | undefined {
    const before = names.filter(
      ({ entity, sentence, first, kind }) =>
        entity.type === 'leader' && sentence === body.sentence && first < body.first && kind !== 'nominal',
    );
    const [only, ...more] = new Set(before.map(({ entity }) => entity.id));
    return only && more.length === 0 ? before[0] : undefined;
  }

  function endsClause(index: number, sentence: number): boolean {
    const token = tokens[index];
    return !token || token.sentence !== sentence || CLOSING.test(token.form.fold);
  }

  /** The leader behind ranks and titles only. */
  function headFrom(first: number, sentence: number): EntityMention | undefined {
    for (let index = first; index < first + RANKS; index++) {
      const token = tokens[index];
      if (!token || token.sentence !== sentence || token.form.kind !== 'word') return undefined;
      const mention = at.get(index);
      if (mention)
        return mention.entity.type === 'leader' && mention.kind !== 'nominal' ? mention : undefined;
    }
    return undefined;
  }
}

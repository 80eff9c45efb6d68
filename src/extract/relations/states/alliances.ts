import { fold } from '../../../language/arabic/normalize.js';
import { isComma } from '../../../language/arabic/punctuation.js';
import type { Vocabulary, WordForm } from '../../../language/arabic/tokens.js';
import { wordSet } from '../../../language/arabic/words.js';
import type { EntityMention, Recognition } from '../../document.js';
import { countriesOf, type Finding, namesOf } from './finding.js';

/** "حليف دمشق", "الحليف الرئيسي لموسكو", "حليفتا طهران". */
const ALLY = /^[وفبلك]{0,2}(ال)?(حليف|حليفه|حليفا|حليفتا|حليفتي|حليفي|حليفان|حليفتان|حلفا|حلفاي)$/;
/** "حليفها الأسد", "وحليفته روسيا". */
const THEIR_ALLY = /^[وفبلك]{0,2}(حليف|حليفت)(ه|ها|هم)$/;
/** "الحركة المتحالفة مع دمشق". */
const LEAGUED = /^(ال)?(متحالف|متحالفه|متحالفين)$/;
const KINDS = wordSet(
  'الرئيسي الرئيسية رئيسي رئيسية الرئيسيان الأساسي الأساسية الاستراتيجي الاستراتيجية استراتيجي استراتيجية الوثيق الوثيقة وثيق وثيقة المقرب المقربة مقرب مقربة الأقرب الأكبر الأبرز الأول القوي القوية قوي قوية التقليدي التقليدية التاريخي التاريخية الإقليمي الإقليمية الوحيد الوحيدة العسكري العسكرية القديم القديمة الدولي الغربي',
);
/** Between the one and the word "ally". */
const LINKS = wordSet('وهو وهي أقوى أبرز أهم أكبر أقرب أحد من إحدى');
const DENIALS = wordSet('ليس ليست لم لا لن ليسا ليسوا');
const WITHIN = wordSet('في داخل من إلى شمال شمالي جنوب جنوبي شرق شرقي غرب غربي وسط مع على ضد');

/** Who is called whose ally: "روسيا، حليفة دمشق", "أنقرة وحليفتها باكو", "الحركة المتحالفة مع دمشق". */
export function createAllianceFinder(vocabulary: Vocabulary): (recognition: Recognition) => Finding[] {
  const callOf = vocabulary.memo(readCall);
  return recognition => findAlliances(recognition, callOf);
}

/** How a word calls somebody an ally. */
type Call = 'leagued' | 'ally' | 'their-ally';

function readCall({ fold: word }: WordForm): Call | null {
  if (LEAGUED.test(word)) return 'leagued';
  if (THEIR_ALLY.test(word)) return 'their-ally';
  return ALLY.test(word) ? 'ally' : null;
}

function findAlliances(
  { document, mentions }: Recognition,
  callOf: (form: WordForm) => Call | null,
): Finding[] {
  const { tokens } = document;
  const names = namesOf(mentions).filter(({ kind }) => kind !== 'nominal');
  const starting = new Map(names.map(mention => [mention.first, mention]));
  const ending = new Map(names.map(mention => [mention.last, mention]));
  const countries = countriesOf(mentions);
  const found: Finding[] = [];

  tokens.forEach(({ form, sentence }, index) => {
    const call = callOf(form);
    if (!call) return;
    if (call === 'leagued') {
      const group = ending.get(index);
      if (group?.entity.type !== 'organization' || group.entity.subtype === 'media') return;
      const side = fold(text(index + 1)) === 'مع' ? starting.get(index + 2) : undefined;
      if (side) add(group, side, sentence);
      return;
    }
    if (DENIALS.has(fold(text(index - 1)))) return;
    let at = index + 1;
    while (KINDS.has(fold(text(at))) && tokens[at]?.sentence === sentence) at++;
    const other = starting.get(at);
    if (!other || other.sentence !== sentence || other.kind === 'demonym') return;
    if (call === 'their-ally') {
      if (!begins(other, 'ل')) add(ownerOf(index, sentence), other, sentence);
      return;
    }
    // An indefinite or definite ally needs "of" before the name; in the construct state there is none.
    if (at > index + 1 !== begins(other, 'ل') && !(at === index + 1 && begins(other, 'ل'))) return;
    for (const one of onesBefore(index, sentence)) add(one, other, sentence);
  });
  return found;

  function text(index: number): string {
    return tokens[index]?.form.text ?? '';
  }

  function begins(mention: EntityMention, letter: string): boolean {
    return (
      tokens[mention.first]?.form.fold.startsWith(letter) === true &&
      mention.start > (tokens[mention.first]?.start ?? 0)
    );
  }

  /** The one right before, and where it is the last of a pair the other one too. */
  function onesBefore(index: number, sentence: number): EntityMention[] {
    let at = index;
    while (LINKS.has(fold(text(at - 1)))) at--;
    if (isComma(text(at - 1))) at--;
    const one = ending.get(at);
    if (!one || one.sentence !== sentence || one.kind === 'demonym') return [];
    if (WITHIN.has(fold(text(one.first - 1))) || begins(one, 'ب')) return [];
    const before = /^و/.test(tokens[one.first]?.form.fold ?? '') ? ending.get(one.first) : undefined;
    return before && before.kind !== 'demonym' && one.entity.type === before.entity.type
      ? [before, one]
      : [one];
  }

  /** Right before "and his ally", or the only country that the sentence has named. */
  function ownerOf(index: number, sentence: number): EntityMention | undefined {
    const near = ending.get(index);
    if (near && /^و/.test(tokens[index]?.form.fold ?? '')) return near.kind === 'demonym' ? undefined : near;
    const before = mentions.filter(
      mention =>
        mention.sentence === sentence && mention.first < index && sideOf(mention)?.entity.iso !== undefined,
    );
    const [only, ...more] = new Set(before.map(mention => sideOf(mention)?.entity.id));
    return more.length === 0 ? before.find(mention => sideOf(mention)?.entity.id === only) : undefined;
  }

  /** A leader stands for the country, if the article names it. */
  function sideOf(mention: EntityMention): EntityMention | undefined {
    const { type, country, known } = mention.entity;
    if (type === 'country' || type === 'organization') return mention;
    return type === 'leader' && known ? countries.get(country ?? '') : undefined;
  }

  function add(one: EntityMention | undefined, other: EntityMention, sentence: number): void {
    const [subject, object] = [one && sideOf(one), sideOf(other)];
    if (!subject || !object || subject.entity.id === object.entity.id) return;
    found.push({
      subject,
      type: 'allied_with',
      object,
      modality: 'actual',
      confidence: 0.8,
      rule: 'called-ally',
      sentence,
    });
  }
}

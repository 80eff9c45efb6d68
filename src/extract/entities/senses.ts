import { fold } from '../../language/arabic/normalize.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { COMMON_WORDS, wordSet } from '../../language/arabic/words.js';
import type { Document } from '../document.js';
import type { Start } from './lexicon.js';
import type { Work } from './work.js';

/** When a name of the gazetteer is another word. */
interface OtherSense {
  /** Behind one of these words, or before one: "صلاة المغرب", "مسقط رأسه". */
  readonly after?: RegExp;
  readonly before?: RegExp;
  /** The name is meant only in articles that speak of this. */
  readonly unless?: RegExp;
  /** What else tells. */
  readonly test?: (work: Work, start: Start, index: number) => boolean;
}

/** Patterns over single folded words, with what may stand before them. */
const word = (list: string) => new RegExp(`^[وفبلك]{0,2}(?:ال|لل)?(?:${[...wordSet(list)].join('|')})$`);
/** Folded beginnings of words. */
const stem = (list: string) => new RegExp(`^[وفبلك]{0,2}(?:ال|لل)?(?:${[...wordSet(list)].join('|')})`);

function table(
  senses: readonly (readonly [name: string, sense: OtherSense])[],
): ReadonlyMap<string, OtherSense> {
  return new Map(senses.map(([name, sense]) => [fold(name), sense]));
}

const LIMBS = stem('يد ذراع ساق قدم عين كتف ركب جه ناحي ضف رجل أذن فخذ يسر رئت كلي زاوي');
const SCHOOLS = stem('مدار مدرس ابتدا متوسط ثانو كلي طلاب تعليم معهد معاهد فصول قسم');
const LENGTHS = word('ملم مم سم سنتيمتر متر مترا أمتار بوصة كم كيلومتر كيلومترا سنتيمترا');

const isWord = (form: WordForm | undefined): form is WordForm => form?.kind === 'word';

/** Another country stands right before or behind: "تشاد وكاميرون". */
function isListed(work: Work, start: Start, index: number): boolean {
  const other = work.at[index - 1];
  if (start.conjunction === 'و' && other?.entity?.iso && other.kind !== 'demonym') return true;
  const after = work.document.tokens[index + 1];
  return (
    after !== undefined &&
    work.lexicon
      .starts(after.form)
      .some(
        ({ conjunction, node }) => conjunction === 'و' && node.values.some(({ kind }) => kind === 'country'),
      )
  );
}

/** An adjective of the definite noun before it: "المنظمات الجماهيرية". */
function followsDefinite(work: Work, _start: Start, index: number): boolean {
  const before = work.document.tokens[index - 1];
  return (
    isWord(before?.form) &&
    before.sentence === work.document.tokens[index]?.sentence &&
    work.classes(before.form).definite
  );
}

const YEMEN = /اليمن(?!ى)|صنعاء|حوثي|عدن/;
const RIGHT: OtherSense = {
  // "ذراعه اليمنى"; some write the nationality so too.
  test: (work, start, index) => {
    const { tokens, text } = work.document;
    if (!tokens[index]?.form.text.endsWith('ى')) return false;
    return start.proclitic === 'ب' || LIMBS.test(tokens[index - 1]?.form.fold ?? '') || !YEMEN.test(text);
  },
};
const BOYS: OtherSense = {
  after: SCHOOLS,
  before: word('وبنات والبنات'),
  // "المال والبنين": with the article it is the country only among others and behind what states have.
  test: (work, start, index) => {
    if (isListed(work, start, index)) return false;
    if (start.definite) return !STATES.test(work.document.tokens[index - 1]?.form.fold ?? '');
    return followsDefinite(work, start, index) && !work.at[index - 1];
  },
};
const STATES = word('جمهورية دولة رئيس حكومة منتخب عاصمة شمال جنوب في إلى');
// North America stays: its command is the United States' and Canada's.
const CONTINENTS: OtherSense = { before: word('الجنوبية اللاتينية الوسطى') };
const TURKMENS: OtherSense = { unless: /تركمانستان|عشق (?:آباد|أباد|اباد)/ };
const MONGOLS: OtherSense = { unless: /منغوليا|أولان ?باتور/ };
const CUBANS: OtherSense = { unless: /كوبا|هافانا|كاسترو/ };
const ABYSSINIANS: OtherSense = { after: word('جبل مديرية'), unless: /ثيوبي|الحبشة|أديس/ };
const COUNTRY_OFFICES: OtherSense = {
  // "المدير القطري للبرنامج": of the country in question.
  test: (work, _start, index) => {
    const { tokens } = work.document;
    return (
      COUNTRYWIDE.test(tokens[index - 1]?.form.fold ?? '') &&
      (tokens[index + 1]?.form.fold ?? '').startsWith('ل')
    );
  },
};
const COUNTRYWIDE = word('المدير الممثل المكتب القيادة المديرة الممثلة');

/** Folded names without their clitics, and what else they can be. */
const SENSES = table([
  ['اليمنى', RIGHT],
  [
    'اليمن',
    {
      before: word('والبركات والبركة والمسرات والخير والخيرات والسعادة واليسر والنماء والسرور'),
    },
  ],
  // "أن يمن عليهم بالشفاء": to grant.
  ['يمن', { after: word('أن وأن'), before: stem('على علي الله به بها'), unless: YEMEN }],
  ['يمني', { before: word('النفس نفسه نفسها أنفسهم') }],
  [
    'المغرب',
    {
      after: word('صلاة صلاتي أذان آذان وقت فرض بلاد ومغرب'),
      before: word('العربي الكبير الإسلامي والعشاء'),
    },
  ],
  ['المغاربة', { after: word('باب حارة حي قبيلة قبيلته') }],
  ['البنين', BOYS],
  ['بنين', BOYS],
  [
    'حماس',
    {
      after: word('بكل بلا بدون دون أكثر أشد'),
      before: word('شديد كبير منقطع بالغ وفخر وإصرار زائد لافت وطني شعبي كبيرين شديدين جماهيري'),
      unless: /فلسطين|غزة|إسرائيل|اسرائيل|حركة|هنية|الفصائل|القدس|فتح|المصالحة|مشعل|المقاومة/,
    },
  ],
  ['مسقط', { before: stem('رأس') }],
  [
    'قطر',
    {
      after: word('نصف بقعة'),
      test: (work, start, index) => {
        const { tokens } = work.document;
        const next = tokens[index + 1]?.form;
        if (start.proclitic === 'ب' && /^(?:يصل|يبلغ|يتراوح)$/.test(next?.fold ?? '')) return true;
        const open = next?.text === '(' ? 1 : 0;
        if (tokens[index + 1 + open]?.form.kind !== 'number') return false;
        return start.proclitic === 'ب' || LENGTHS.test(tokens[index + 2 + 2 * open]?.form.fold ?? '');
      },
    },
  ],
  ['القطري', COUNTRY_OFFICES],
  ['القطرية', COUNTRY_OFFICES],
  ['كاميرون', { test: (work, start, index) => !isListed(work, start, index) }],
  ['كولومبيا', { after: word('جامعة مقاطعة مكوك دائرة'), before: word('البريطانية') }],
  ['البحرين', { before: word('الأحمر المتوسط الأبيض الأسود والمتوسط والأحمر') }],
  // "كوبًا من القهوة", "كوبا أميركا"
  [
    'كوبا',
    {
      before: word('أميركا أمريكا'),
      test: (work, _start, index) => work.document.tokens[index]?.form.text.includes('\u064b') === true,
    },
  ],
  ['يونان', { after: word('إقليم مقاطعة') }],
  ['روسيا', { before: word('البيضاء') }],
  ['فيكتوريا', { unless: /سيشل|سيشيل/ }],
  ['سلفادور', { unless: /السلفادور/ }],
  ['المالاوية', { unless: /ملاوي|مالاوي(?!ة)|ليلونغوي/ }],
  ['تايمز', { before: word('أوف'), after: word('ديلي') }],
  ['غارديان', { after: word('فريدوم باسيفيك') }],
  ['جورجيا', { after: word('ولاية جامعة'), before: word('الأميركية الأمريكية') }],
  [
    'جورجي',
    {
      test: (work, _start, index) => {
        const next = work.document.tokens[index + 1]?.form;
        return isWord(next) && work.classes(next).name && !COMMON_WORDS.has(next.fold);
      },
    },
  ],
  ['التركمان', TURKMENS],
  ['تركمان', TURKMENS],
  ['تركماني', TURKMENS],
  ['تركمانية', TURKMENS],
  ['التركماني', TURKMENS],
  ['التركمانية', TURKMENS],
  ['المغول', MONGOLS],
  ['مغول', MONGOLS],
  ['بولوني', { unless: /بولندا|بولونيا|وارسو|البولوني/ }],
  ['سيلان', { unless: /سري ?لانكا|كولومبو|جزيرة سيلان|شاي سيلان/ }],
  ['حبشي', ABYSSINIANS],
  ['الحبشي', ABYSSINIANS],
  ['كوبي', CUBANS],
  ['الجماهيرية', { unless: /ليبيا|القذافي|طرابلس|الليبي/, test: followsDefinite }],
  ['أميركا', CONTINENTS],
  ['أمريكا', CONTINENTS],
  ['الهند', { after: word('جوز') }],
  ['الهندي', { after: word('المحيط القنب التمر المحيطين') }],
  ['السوداني', { after: word('فول') }],
  ['إسرائيل', { after: word('بني بنو') }],
  ['ألمان', { before: word('يونايتد سيتي') }],
]);

const CUPS = word('كأس بكأس دوري بطولة');
const FOOTBALL = word('لكرة للكرة');

/** Names in more than one word. */
const PHRASES: ReadonlyMap<string, OtherSense> = new Map<string, OtherSense>([
  ['org:bp', { before: /^سي$/, after: /^(?:اي|ار|باي)$/, unless: /نفط|بترول|الغاز|BP/ }],
  ['org:paris-club', { before: /^سان$/ }],
  ['org:march-8', { before: /^(?:\/|-|[0-9٠-٩]+)$/ }],
  // "بحمد الله": thank God.
  [
    'leader:rami-hamdallah',
    {
      unless: /فلسطين|رام الله|رامي/,
      test: (_work, start) => start.proclitic === 'ب',
    },
  ],
  ['leader:hassan-nasrallah', { unless: /حزب الله|لبنان|حسن نصر/ }],
  ['leader:john-abizaid', { unless: /ميرك|مريك|الولايات/ }],
  ['org:alibaba', { unless: /شرك|تجار|الصين/ }],
  ['org:times-uk', { before: /^اوف$/ }],
  // Football has unions of the same names.
  ['org:eu', { after: CUPS, before: FOOTBALL }],
  ['org:african-union', { after: CUPS, before: FOOTBALL }],
  ['org:jem', { unless: /دارفور|السودان/ }],
]);

/** Words that only look like a name behind a preposition: "كلاوس" is no Laos. */
const WHOLE = wordSet('فروسية الفروسية كلاوس وكلاوس باندورا وباندورا ولايتا لولايتا بولايتا بلاويه');

/** Whether a name is an ordinary word, or another name, by the words beside it or by what the article speaks of. */
export function isOtherSense(work: Work, start: Start, index: number, last: number, id: string): boolean {
  const { tokens } = work.document;
  const own = tokens[index];
  if (!own) return false;
  if (last - index > 1) {
    const sense = PHRASES.get(id);
    return sense !== undefined && applies(work, sense, start, index, last);
  }
  if (WHOLE.has(own.form.fold)) return true;
  const bare = own.form.fold.slice(start.prefixLength);
  // "للبنين" keeps the second ل of its article.
  const name = start.definite && !bare.startsWith('ال') ? `ال${bare.replace(/^ل/, '')}` : bare;
  const sense = SENSES.get(name);
  return sense !== undefined && applies(work, sense, start, index, last);
}

function applies(work: Work, sense: OtherSense, start: Start, index: number, last: number): boolean {
  const { tokens } = work.document;
  const { sentence } = tokens[index] ?? {};
  const [previous, next] = [tokens[index - 1], tokens[last]];
  if (sense.after && previous?.sentence === sentence && sense.after.test(previous?.form.fold ?? ''))
    return true;
  if (sense.before && next?.sentence === sentence && sense.before.test(next?.form.fold ?? '')) return true;
  if (sense.unless && !speaks(work.document, sense.unless)) return true;
  return sense.test?.(work, start, index) === true;
}

const spoken = new WeakMap<Document, Map<RegExp, boolean>>();

/** Whether the article has what a pattern describes; asked once an article. */
function speaks(document: Document, of: RegExp): boolean {
  let known = spoken.get(document);
  if (!known) {
    known = new Map();
    spoken.set(document, known);
  }
  let answer = known.get(of);
  if (answer === undefined) {
    answer = of.test(document.text);
    known.set(of, answer);
  }
  return answer;
}

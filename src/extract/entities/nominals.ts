import { endingTest, withEndings } from '../../language/arabic/endings.js';
import { fold } from '../../language/arabic/normalize.js';

/** What a word form can refer back with. */
export type Nominal =
  | {
      readonly kind: 'body';
      readonly heads: readonly string[];
      readonly subtypes: readonly string[];
      /** Too often a thing in general to be read as a body anywhere but behind a title. */
      readonly inTitles: boolean;
    }
  | { readonly kind: 'homeland' | 'owned'; readonly suffix: string };

/** Definite nouns that stand for a body named before, the head nouns and the subtypes of the bodies they may mean. */
const BODIES: readonly (readonly [noun: string, heads: string, subtypes: string])[] = [
  ['الحزب', 'حزب', 'party'],
  ['الحركة', 'حركة', ''],
  ['التنظيم', 'تنظيم', 'armed-group'],
  ['الجماعة', 'جماعة', ''],
  ['الجبهة', 'جبهة', ''],
  ['التحالف', 'تحالف', 'alliance'],
  ['الحلف', 'حلف', 'alliance'],
  ['الائتلاف', 'ائتلاف', 'alliance'],
  ['المنظمة', 'منظمة', ''],
  ['الوزارة', 'وزارة', 'ministry'],
  ['الوكالة', 'وكالة', ''],
  ['الشركة', 'شركة', 'company'],
  ['الصحيفة', 'صحيفة جريدة', 'media'],
  ['القناة', 'قناة', 'media'],
  ['الشبكة', 'شبكة', ''],
  ['الهيئة', 'هيئة', ''],
  ['اللجنة', 'لجنة', ''],
  ['المجلس', 'مجلس', ''],
  ['المحكمة', 'محكمة', ''],
  ['المفوضية', 'مفوضية', ''],
  ['الجيش', 'جيش', ''],
  ['القاعدة', 'قاعدة', ''],
  ['المرصد', 'مرصد', ''],
  ['المعسكر', 'معسكر', ''],
  ['الاتحاد', 'اتحاد', ''],
  ['التكتل', 'تكتل اتحاد', ''],
];

/** The same behind a title only: "المشرف العام على المركز". */
const IN_TITLES: typeof BODIES = [
  ['المركز', 'مركز', ''],
  ['المؤسسة', 'مؤسسة', ''],
  ['الجمعية', 'جمعية', ''],
  ['الرابطة', 'رابطة', ''],
  ['النقابة', 'نقابة', ''],
  ['الصندوق', 'صندوق', ''],
  ['المصرف', 'مصرف بنك', ''],
  ['البنك', 'بنك مصرف', ''],
  ['التيار', 'تيار', ''],
];

const byNoun = new Map<string, Nominal>(
  [...BODIES, ...IN_TITLES].map(([noun, heads, subtypes], index) => [
    fold(noun),
    {
      kind: 'body',
      heads: heads.split(' ').map(fold),
      subtypes: subtypes.split(' ').filter(Boolean),
      inTitles: index >= BODIES.length,
    },
  ]),
);

const HOMELANDS = new Set(['بلاد', 'بلد']);
/** Nouns whose owner is a state or a body. */
const OWNED = new Set(
  'قوات جيش حكومت عاصمت اراضي حدود سفير سفارت نظام سلطات جنود قواعد مقاتلات طايرات اسطول مياه مصالح حلفاي حليف'.split(
    ' ',
  ),
);
const SUFFIXED = /^(.+?)(هما|هم|ها|ه)$/;
const mayRefer = endingTest(withEndings([...HOMELANDS, ...OWNED], ['ه', 'ها', 'هم', 'هما']));

/** Index of the nominal of a form: kept on the form as a number, so that most forms cost nothing. */
const table: Nominal[] = [];
const indexOf = new Map<string, number>();

/** @returns 0 for a word that refers to nothing, else what {@link nominalOf} takes. */
export function nominalIndex(folded: string, bare: string): number {
  const body = byNoun.get(bare);
  if (body) return register(`body ${bare}`, body);
  if (!mayRefer(folded)) return 0;
  const [, whole, suffix] = SUFFIXED.exec(folded) ?? [];
  if (!whole || !suffix) return 0;
  for (const stem of [whole, whole.replace(/^[وف]/, ''), whole.replace(/^[وف]?[بلك]/, '')]) {
    if (HOMELANDS.has(stem)) return register(`homeland ${suffix}`, { kind: 'homeland', suffix });
    if (OWNED.has(stem)) return register(`owned ${suffix}`, { kind: 'owned', suffix });
  }
  return 0;
}

function register(key: string, nominal: Nominal): number {
  const known = indexOf.get(key);
  if (known !== undefined) return known;
  table.push(nominal);
  indexOf.set(key, table.length);
  return table.length;
}

export function nominalOf(index: number): Nominal | undefined {
  return index === 0 ? undefined : table[index - 1];
}

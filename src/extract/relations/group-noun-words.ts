import { readingsOf } from '../../language/arabic/clitics.js';
import type { Vocabulary, WordForm } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import type { Entity } from '../../model.js';

/** The nouns of `group-nouns.ts`: what each may stand for, and how the one meant is found. */

/** What a noun may stand for. */
export type Kind = (entity: Entity) => boolean;

export const STATE: Kind = ({ type }) => type === 'country';
export const FIGHTERS: Kind = ({ subtype }) => subtype === 'armed-group';
export const KURDS: Kind = ({ subtype, label, aliases = [] }) =>
  (subtype === 'armed-group' || subtype === 'armed-force') &&
  [label.ar, ...aliases].some(name => name.includes('كرد'));
const COALITION: Kind = ({ subtype, label }) => subtype === 'alliance' && label.ar.includes('تحالف');

/**
 * How the one meant is found.
 *
 * - `salient`: the one that the article mentions far more often than any other, or both most often and last.
 * - `scene`: the same, else the one named before in the sentence.
 * - `regime`: the only one whose regime the article names ("النظام السوري", "نظام الأسد"), else as `salient`.
 * - `near`: the one mentioned most often, if it was a few sentences back at most: for words of blame, which each side
 *   has for others, and for singulars ("الجماعة").
 * - `only`: the only one, named before.
 */
export type Rule = 'salient' | 'scene' | 'regime' | 'near' | 'only';

export interface GroupNoun {
  readonly kind: Kind;
  readonly rule: Rule;
  /** Adjectives that do not say which one is meant; any other names another. */
  readonly adjectives: ReadonlySet<string>;
  /** It stands for one with such an adjective only: "القوات الحكومية". */
  readonly needsAdjective?: boolean;
  /** It stands for one behind such words only: "قوات الشرعية", "الموالية للشرعية". */
  readonly behind?: ReadonlySet<string>;
}

const OF_FIGHTERS = wordSet('الانقلابية المتمردة الإرهابية المسلحة الطائفية الإجرامية');
const OF_GOVERNMENTS = wordSet(
  'الشرعية الجديدة المقبلة القادمة الحالية الاتحادية الفيدرالية المركزية المؤقتة السابقة الانتقالية المنتخبة المعترف',
);
const OF_AUTHORITIES = wordSet('المحلية المختصة المعنية القضائية الأمنية الصحية الرسمية العليا');
const OF_FORCES = wordSet('الحكومية النظامية الشرعية');
const OF_COALITIONS = wordSet('العسكري');
const HELD_BY = wordSet(
  'قوات لقوات وقوات بقوات سيطرة لسيطرة الموالي الموالية الموالين والموالية موالية موالين',
);
export const KURDISH = wordSet('الأكراد الكرد الكردية');
const NONE: ReadonlySet<string> = new Set();

const NOUNS: ReadonlyMap<string, GroupNoun> = new Map(
  (
    [
      [
        'ميليشيات ميليشيا مليشيات مليشيا متمردون متمردين انقلابيون انقلابيين',
        { kind: FIGHTERS, rule: 'salient', adjectives: OF_FIGHTERS },
      ],
      ['جماعة حركة تنظيم', { kind: FIGHTERS, rule: 'near', adjectives: OF_FIGHTERS }],
      [
        'مسلحون مسلحين جهاديون جهاديين إرهابيون إرهابيين متطرفون متطرفين متشددون متشددين',
        { kind: FIGHTERS, rule: 'near', adjectives: NONE },
      ],
      ['مقاتلون مقاتلين', { kind: KURDS, rule: 'salient', adjectives: KURDISH, needsAdjective: true }],
      ['تحالف', { kind: COALITION, rule: 'salient', adjectives: OF_COALITIONS }],
      ['حكومة', { kind: STATE, rule: 'salient', adjectives: OF_GOVERNMENTS }],
      ['سلطات', { kind: STATE, rule: 'salient', adjectives: OF_AUTHORITIES }],
      ['شرعية', { kind: STATE, rule: 'salient', adjectives: NONE, behind: HELD_BY }],
      ['نظام', { kind: STATE, rule: 'regime', adjectives: NONE }],
      ['قوات', { kind: STATE, rule: 'salient', adjectives: OF_FORCES, needsAdjective: true }],
      ['بلاد عاصمة', { kind: STATE, rule: 'scene', adjectives: NONE }],
      ...['مركز', 'مؤسسة', 'جمعية', 'صندوق', 'مجلس'].map(
        head => [head, { kind: bodyCalled(head), rule: 'only', adjectives: NONE }] as const,
      ),
    ] as const
  ).flatMap(([nouns, noun]) => [...wordSet(nouns)].map(word => [word, noun] as const)),
);

function bodyCalled(head: string): Kind {
  return ({ type, label }) => type === 'organization' && label.ar.startsWith(`${head} `);
}

/** A group noun as a word of the text. */
export interface FoundNoun {
  readonly noun: GroupNoun;
  /** What the adjectives that agree with it look like. */
  readonly agreeing: RegExp;
  /** How many UTF-16 units of the word stand before the noun with its article. */
  readonly prefixLength: number;
}

/** The group noun that a word form is; null for most. */
export function createGroupNounReader(vocabulary: Vocabulary): (form: WordForm) => FoundNoun | null {
  return vocabulary.memo(form => {
    for (const { stem, definite, suffix, prefixLength } of readingsOf(form)) {
      const noun = definite && suffix === '' ? NOUNS.get(stem) : undefined;
      if (noun) return { noun, prefixLength, agreeing: agreeingWith(stem) };
    }
    return null;
  });
}

const MEN = /^ال.*(ون|ين|اد|انب)$/;
const FEMININE = /^ال.*ه$/;
const MASCULINE = /^ال(.*ي|عام|جديد|اول|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)$/;

function agreeingWith(stem: string): RegExp {
  if (/(ون|ين)$/.test(stem)) return MEN;
  return /(ه|ات|ا|بلاد)$/.test(stem) ? FEMININE : MASCULINE;
}

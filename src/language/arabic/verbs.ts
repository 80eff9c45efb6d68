import { fold } from './normalize.js';

/** Verb forms as unvocalized news writes them. */
export type Tense = 'past' | 'present' | 'jussive';

export interface VerbForm {
  /** Folded, without conjunction, future mark and object pronoun. */
  readonly form: string;
  readonly tense: Tense;
  readonly person: 1 | 3;
  readonly gender: 'm' | 'f';
  readonly number: 'singular' | 'dual' | 'plural';
}

/**
 * The third-person forms of a verb, and the first-person ones that quotations use, from its two principal
 * parts, as in "زار يزور". Covers sound, hollow, doubled and final-weak verbs in their written forms;
 * passives are written alike but for hollow verbs.
 */
export function conjugate(principalParts: string): VerbForm[] {
  const [past = '', present = ''] = principalParts.split(' ');
  return [...pastForms(past), ...presentForms(present)];
}

function pastForms(base: string): VerbForm[] {
  const weak = /[اىي]$/.test(base);
  // The weak ending falls before the endings of 3fs and 3mp: دعا, دعت, دعوا.
  const short = weak ? base.slice(0, -1) : base;
  const dual = weak ? `${short}${base.endsWith('ا') ? 'و' : 'ي'}` : base;
  const plural = base.endsWith('أ') ? [`${base}وا`, `${base.slice(0, -1)}ؤوا`] : [`${short}وا`];
  const forms: [string, VerbForm['gender'], VerbForm['number'], VerbForm['person']][] = [
    [base, 'm', 'singular', 3],
    [`${short}ت`, 'f', 'singular', 3],
    [`${dual}ا`, 'm', 'dual', 3],
    [`${short}تا`, 'f', 'dual', 3],
    ...plural.map(
      form =>
        [form, 'm', 'plural', 3] as [string, VerbForm['gender'], VerbForm['number'], VerbForm['person']],
    ),
    [`${dual}نا`, 'm', 'plural', 1],
  ];
  return forms.map(([form, gender, number, person]) => ({
    form: fold(form),
    tense: 'past',
    person,
    gender,
    number,
  }));
}

function presentForms(base: string): VerbForm[] {
  const stem = base.slice(1);
  const weak = /[وىي]$/.test(stem);
  const bare = weak ? stem.slice(0, -1) : stem;
  const dual = stem.endsWith('ى') ? `${bare}ي` : stem;
  const forms: VerbForm[] = [];
  const add = (
    form: string,
    gender: VerbForm['gender'],
    number: VerbForm['number'],
    person: VerbForm['person'],
    tense: Tense = 'present',
  ) => forms.push({ form: fold(form), tense, person, gender, number });
  add(`ي${stem}`, 'm', 'singular', 3);
  add(`ت${stem}`, 'f', 'singular', 3);
  add(`ن${stem}`, 'm', 'plural', 1);
  add(`أ${stem}`, 'm', 'singular', 1);
  add(`ي${bare}ون`, 'm', 'plural', 3);
  add(`ي${bare}وا`, 'm', 'plural', 3);
  add(`ي${dual}ان`, 'm', 'dual', 3);
  add(`ت${dual}ان`, 'f', 'dual', 3);
  for (const [prefix, gender] of [
    ['ي', 'm'],
    ['ت', 'f'],
  ] as const) {
    const shortened = jussive(stem);
    if (shortened !== stem) add(`${prefix}${shortened}`, gender, 'singular', 3, 'jussive');
  }
  return forms;
}

/** The written stem after لم: the final or the hollow weak letter falls (لم يلتق, لم يزر). */
function jussive(stem: string): string {
  if (/[وىي]$/.test(stem)) return stem.slice(0, -1);
  if (/[ويا][^ويا]$/.test(stem) && stem.length >= 3) return stem.slice(0, -2) + stem.slice(-1);
  return stem;
}

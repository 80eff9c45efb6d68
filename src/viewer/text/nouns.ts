/** Counted nouns; Arabic has four forms, English two. */
import type { Language } from '../state/state.js';
import { formatNumber } from './strings.js';

type Forms = readonly [one: string, two: string, few: string, many: string];

const NOUNS = {
  node: [
    ['عقدة واحدة', 'عقدتان', '{n} عقد', '{n} عقدة'],
    ['1 node', '{n} nodes'],
  ],
  tie: [
    ['رابط واحد', 'رابطان', '{n} روابط', '{n} رابطا'],
    ['1 tie', '{n} ties'],
  ],
  statement: [
    ['إفادة واحدة', 'إفادتان', '{n} إفادات', '{n} إفادة'],
    ['1 statement', '{n} statements'],
  ],
  text: [
    ['نص واحد', 'نصان', '{n} نصوص', '{n} نصا'],
    ['1 text', '{n} texts'],
  ],
  article: [
    ['مقال واحد', 'مقالان', '{n} مقالات', '{n} مقالا'],
    ['1 article', '{n} articles'],
  ],
  time: [
    ['مرة واحدة', 'مرتين', '{n} مرات', '{n} مرة'],
    ['once', '{n} times'],
  ],
  step: [
    ['خطوة واحدة', 'خطوتان', '{n} خطوات', '{n} خطوة'],
    ['1 step', '{n} steps'],
  ],
  result: [
    ['نتيجة واحدة', 'نتيجتان', '{n} نتائج', '{n} نتيجة'],
    ['1 result', '{n} results'],
  ],
  hidden: [
    ['عقدة مخفية', 'عقدتان مخفيتان', '{n} عقد مخفية', '{n} عقدة مخفية'],
    ['1 hidden node', '{n} hidden nodes'],
  ],
  outlet: [
    ['موضع آخر', 'موضعين آخرين', '{n} مواضع أخرى', '{n} موضعا آخر'],
    ['1 other outlet', '{n} other outlets'],
  ],
  member: [
    ['عضو واحد', 'عضوان', '{n} أعضاء', '{n} عضوا'],
    ['1 member', '{n} members'],
  ],
} as const satisfies Record<string, readonly [ar: Forms, en: readonly [one: string, many: string]]>;

export type Noun = keyof typeof NOUNS;

/** A number with its noun: `3 روابط`, `11 رابطا`, `3 ties`. */
export function count(language: Language, noun: Noun, n: number): string {
  const [ar, en] = NOUNS[noun];
  const form = language === 'ar' ? ar[arabicForm(n)] : en[n === 1 ? 0 : 1];
  return form.replace('{n}', formatNumber(n));
}

function arabicForm(n: number): 0 | 1 | 2 | 3 {
  if (n === 1) return 0;
  if (n === 2) return 1;
  const rest = n % 100;
  return n === 0 || (rest >= 3 && rest <= 10) ? 2 : 3;
}

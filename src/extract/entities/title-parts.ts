import { wordSet } from '../../language/arabic/words.js';
import { nominalOf } from './nominals.js';
import type { Item, Work } from './work.js';

const CONCERN = wordSet('لشؤون للشؤون لشئون للشئون');

/** Where the words for what the office is concerned with end: "مساعد الوزير لشؤون الإرهاب والمخابرات المالية فلان". */
export function concernEnd(work: Work, first: number, served = false): number | undefined {
  const { tokens } = work.document;
  const { fold = '' } = tokens[first]?.form ?? {};
  // "مستشار ترامب للأمن القومي": behind the one whom he serves.
  if (!CONCERN.has(fold) && !(served && /^لل.{3}/.test(fold) && !work.at[first])) return undefined;
  let end = first + 1;
  for (; end < first + 8; end++) {
    const token = tokens[end];
    if (token?.form.kind !== 'word' || token.sentence !== tokens[first]?.sentence || work.at[end]) break;
    const cls = work.classes(token.form);
    if (!cls.definite || cls.honorific || cls.rank) break;
  }
  return end > first + 1 ? end : undefined;
}

/** "وزير التجارة والصناعة والمناجم فلان", "وزير الخارجية وشؤون المغتربين فلان". */
export function goesOnWithPortfolio(work: Work, office: Item, index: number, ofs: readonly Item[]): boolean {
  const form = work.document.tokens[index]?.form;
  if (ofs.length > 0 || form?.kind !== 'word' || !office.office?.id.endsWith('-minister')) return false;
  const cls = work.classes(form);
  if (work.document.tokens[office.last - 1]?.form.fold === 'وزير' || cls.honorific || cls.privateTitle)
    return false;
  return (
    /^وال.{3,}/.test(form.fold) ||
    /^وش[وي]ون$/.test(form.fold) ||
    (index > office.last && /^وش[وي]ون$/.test(work.document.tokens[index - 1]?.form.fold ?? ''))
  );
}

/** "الرئيس بالنيابة", "الوزير بالوكالة" act for somebody; they are of no prosecution and no agency. */
export function isActing(work: Work, index: number): boolean {
  return ACTING.has(work.document.tokens[index]?.form.fold ?? '');
}

const ACTING = wordSet('بالنيابة بالوكالة بالإنابة');

/** "الحركة", "للتحالف": a definite noun for a body that was named before, and no adjective that makes it another. */
export function isNounOfBody(work: Work, index: number): boolean {
  const { tokens } = work.document;
  const form = tokens[index]?.form;
  if (form?.kind !== 'word' || work.at[index] || isActing(work, index)) return false;
  if (nominalOf(work.classes(form).nominal)?.kind !== 'body' || /^[وفك]/.test(form.fold)) return false;
  const next = tokens[index + 1]?.form;
  const item = work.at[index + 1];
  // "رئيس الاتحاد العراقي": the nationality makes it a body of its own.
  if (item) return !(item.kind === 'demonym' && !item.conjunction);
  if (next?.kind !== 'word') return true;
  const cls = work.classes(next);
  return !(cls.definite && cls.prefixLength === 0) || cls.honorific || cls.rank || cls.name;
}

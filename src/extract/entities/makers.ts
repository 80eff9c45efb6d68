import { wordSet } from '../../language/arabic/words.js';
import type { Work } from './work.js';

/** Makers of aircraft, cars and devices that go by their maker's name. */
const MAKERS: ReadonlySet<string> = new Set(
  `boeing airbus bombardier embraer sukhoi tupolev dassault toyota nissan honda hyundai renault volkswagen bmw mitsubishi ford peugeot
  samsung nokia huawei apple`
    .split(/\s+/)
    .map(name => `org:${name}`),
);
/** What they make: "طائرة بوينغ", "من طراز «إيرباص»". */
const MADE = wordSet(
  `طراز طرازي نوع طائرة طائرات طائرتي طائرتا طائرتين مقاتلة مقاتلات قاذفة قاذفات مروحية مروحيات سيارة سيارات سيارتي حافلة شاحنة شاحنات هاتف
  هواتف جهاز أجهزة`,
);

/** Whether the name of a maker says what kind of thing something is: "طائرة من طراز بوينغ 737". */
export function isModel(work: Work, id: string, index: number, last: number): boolean {
  if (!MAKERS.has(id)) return false;
  const { tokens } = work.document;
  const sentence = tokens[index]?.sentence;
  const quoted = tokens[index - 1]?.form.kind === 'punctuation';
  const before = tokens[quoted ? index - 2 : index - 1];
  const noun = before?.form.fold.replace(/^[وفبلك](?=.{4})/, '') ?? '';
  if (before?.sentence === sentence && (MADE.has(before?.form.fold ?? '') || MADE.has(noun))) return true;
  const after = tokens[last];
  return last - index === 1 && after?.sentence === sentence && after?.form.kind === 'number';
}

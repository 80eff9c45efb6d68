import { fold } from '../../language/arabic/normalize.js';
import type { WordForm } from '../../language/arabic/tokens.js';
import { slug, transliterate } from '../../language/arabic/transliterate.js';
import { wordSet } from '../../language/arabic/words.js';
import { INSTITUTIONAL, purposeEnd } from './definite.js';
import { makeEntity } from './entity.js';
import { isOrdinary } from './names.js';
import { type Work, wrapItem } from './work.js';

/** Bodies that are named after people, their subtype, and whether they need a purpose in their name. */
const HEADS: ReadonlyMap<string, readonly [subtype: string, needsPurpose: boolean]> = new Map(
  (
    [
      ['مؤسسة', 'body', false],
      ['جمعية', 'body', false],
      ['مركز', 'body', true],
      ['معهد', 'body', true],
      ['صندوق', 'body', true],
    ] as const
  ).map(([word, ...rest]) => [fold(word), rest]),
);
const HONOURED = wordSet('الملك الملكة الأمير الأميرة الشيخ الشيخة السلطان الإمام خادم');
const OPEN: ReadonlySet<string> = new Set(
  [...HEADS.keys()].flatMap(word => ['', 'و', 'ب', 'ل', 'ول', 'وب', 'ف', 'ك'].map(prefix => prefix + word)),
);
const LONGEST = 9;
const CHARITABLE = wordSet(
  'الخيرية الخيري الإنسانية الإنساني الثقافية الثقافي العلمية العلمي الاجتماعية الاجتماعي التنموية الوقفية',
);

export function opensFoundation(form: WordForm): boolean {
  return form.kind === 'word' && OPEN.has(form.fold);
}

/** Bodies named after rulers: "مؤسسة الملك خالد الخيرية", "مركز الأمير سلطان لأبحاث البيئة". */
export function findFoundations(work: Work): void {
  const { tokens } = work.document;
  for (const index of work.marked) {
    const token = tokens[index];
    if (!token || !opensFoundation(token.form) || work.at[index]) continue;
    const title = tokens[index + 1];
    if (title?.sentence !== token.sentence || !HONOURED.has(title.form.fold)) continue;
    const word = [...HEADS.keys()].find(head => token.form.fold.endsWith(head));
    const head = word === undefined ? undefined : HEADS.get(word);
    if (word === undefined || !head) continue;
    const last = nameEnd(work, index + 2, head[1]);
    if (last === undefined) continue;
    const prefix = token.form.fold.length - word.length;
    const name = [
      token.form.text.slice(prefix),
      ...tokens.slice(index + 1, last).map(({ form }) => form.text),
    ];
    const label = name.join(' ');
    wrapItem(work, {
      kind: 'organization',
      first: index,
      last,
      start: token.start + prefix,
      mention: 'name',
      entity: makeEntity({
        id: `org:${slug(transliterate(fold(label)))}`,
        type: 'organization',
        subtype: head[0],
        label: { ar: label, en: transliterate(label) },
        known: false,
      }),
    });
  }
}

/** The name of the one who is honoured, adjectives of the body, and its purpose. */
function nameEnd(work: Work, first: number, needsPurpose: boolean): number | undefined {
  const { tokens } = work.document;
  const sentence = tokens[first - 1]?.sentence;
  let last = first;
  while (last < first + LONGEST) {
    const token = tokens[last];
    if (token?.form.kind !== 'word' || token.sentence !== sentence) break;
    const { fold: word } = token.form;
    if (INSTITUTIONAL.has(word) || CHARITABLE.has(word)) break;
    const item = work.at[last];
    if (item && item.kind !== 'leader' && item.kind !== 'office') break;
    const cls = work.classes(token.form);
    const inName = item?.kind === 'leader' || cls.name || cls.particle || cls.tail;
    if (!inName && !(last === first && !isOrdinary(token.form))) break;
    last++;
  }
  if (last === first) return undefined;
  while (tokens[last]?.sentence === sentence && !work.at[last]) {
    const word = tokens[last]?.form.fold ?? '';
    if (!INSTITUTIONAL.has(word) && !CHARITABLE.has(word)) break;
    last++;
  }
  const purpose = purposeEnd(work, last);
  if (purpose !== undefined) return purpose;
  return needsPurpose ? undefined : last;
}

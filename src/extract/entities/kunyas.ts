import { CLOSING_QUOTES, OPENING_MARKS } from '../../language/arabic/punctuation.js';
import { wordSet } from '../../language/arabic/words.js';
import { addPerson } from './persons.js';
import type { Work } from './work.js';

const CALLED = wordSet('المكنى المكني المدعو الملقب المعروف المسمى ويكنى ويدعى ويلقب يكنى يدعى يلقب');
const FATHER = wordSet('أبو أبي أبا بأبو بأبي');
const FIGHTERS = new Set([
  'senior-figure',
  'commander',
  'deputy-commander',
  'emir',
  'party-leader',
  'spokesperson',
]);
const SKIPPED = new Set([...OPENING_MARKS, ...CLOSING_QUOTES, 'ب', 'بـ']);
const REACH = 8;

/** Field commanders known by a kunya: "القيادي … المكنى «أبو سالم»". */
export function findKunyas(work: Work): void {
  const { tokens } = work.document;
  for (const office of [...work.items]) {
    if (office.kind !== 'office' || office.holder || office.dropped || !FIGHTERS.has(office.office?.id ?? ''))
      continue;
    const sentence = tokens[office.first]?.sentence;
    for (let index = office.last; index < office.last + REACH; index++) {
      const token = tokens[index];
      if (!token || token.sentence !== sentence || work.at[index]?.kind === 'leader') break;
      if (!CALLED.has(token.form.fold)) continue;
      let first = index + 1;
      while (first < index + 3 && SKIPPED.has(tokens[first]?.form.text ?? '')) first++;
      const [father, child, more] = [tokens[first], tokens[first + 1], tokens[first + 2]];
      if (!father || !FATHER.has(father.form.fold) || child?.form.kind !== 'word' || work.at[first]) break;
      const longer =
        more?.form.kind === 'word' &&
        more.sentence === sentence &&
        !work.at[first + 2] &&
        work.classes(more.form).name;
      office.holder = addPerson(work, { first, last: first + (longer ? 3 : 2), known: 1 });
      break;
    }
  }
}

import type { WordForm } from '../../language/arabic/tokens.js';
import { wordSet } from '../../language/arabic/words.js';
import type { OrganizationHead } from './heads.js';
import { isOrdinary } from './names.js';
import type { Work } from './work.js';

/** Nouns that stand before a name of their own so often that ordinary words in quotation marks are one, too. */
const NAMED = wordSet('جمعية مؤسسة حزب شركة منظمة مركز معهد تجمع تحالف حركة كتلة فصيل لواء وكالة قناة رابطة');

/** What somebody calls a body, which is not its name: «ارهابي», «وهمية». */
const CALLED = wordSet(
  `متطرف متشدد محظور عميل فاشي نازي سري حاكم معارض كبير صغير جديد قديم مستقل خاص قابض وهمي ديني إسلامي قوي خطير فاسد رديء
  متمرد معتدل شرعي موحد واحد غير ليس`,
);
/** Words of clauses: «تتألف من 1500 عنصر», «أنشئت على خلاف القانون». */
const CLAUSES = wordSet(
  'من على عن إن أن التي الذي هذه هذا لا لم لن كل مع بعد قبل كان كانت هي هو غير ليس ليست قد',
);
/** Foreign names spelled by their letters: «في إس بي», «إس إن سي إف». */
const LETTERS = wordSet(
  `إيه اي أي آي إي بي سي دي إف اف جي إتش اتش جيه كي كيه كيو إل ال إم ام إن ان أو او آر ار إس اس تي يو في دبليو إكس اكس واي زد زي`,
);

/** Whether words in quotation marks behind the noun of a body, all of which may be ordinary, are its name. */
export function isNameInQuotes(work: Work, head: OrganizationHead, first: number, close: number): boolean {
  const { tokens } = work.document;
  const forms: WordForm[] = [];
  for (let index = first; index < close; index++) {
    const form = tokens[index]?.form;
    if (!form) return false;
    if (form.kind === 'latin' || (form.kind === 'word' && (!isOrdinary(form) || work.at[index]?.entity)))
      return true;
    if (form.kind === 'word') forms.push(form);
  }
  if (forms.length > 1 && forms.every(form => LETTERS.has(form.fold))) return true;
  if (!NAMED.has(head.word) || forms.length === 0 || forms.length < close - first) return false;
  if (forms.some(form => CLAUSES.has(form.fold))) return false;
  // "منظمة «ارهابية»": an adjective that agrees with the noun.
  const words = forms.map(({ fold }) => fold);
  const feminine = head.word.endsWith('ه');
  const adjective = (word: string) =>
    CALLED.has(word.replace(/ه$/, '')) || /.{3}يه?$/.test(word) || (feminine && /.{4}ه$/.test(word));
  return !adjective(words[0] ?? '') && !(words.length === 1 && /^[يت].{4}/.test(words[0] ?? ''));
}

/**
 * Mines word lists from a corpus of Arabic news: which word forms are names of people, and which are ordinary
 * words that end a name. Writes words only, never text.
 *
 *   node scripts/mine-words.js [../shared/corpus/articles.jsonl.gz]
 *
 * A word is a family name as far as it stands right after a given name (scripts/data/given-names.txt) or a title
 * ("الرئيس X", "وزير الدفاع الروسي X"), and has no forms that only ordinary words have: with an article and
 * without, with pronouns, conjugated. What is frequent and no name is an ordinary word.
 */
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

const corpus = process.argv[2] ?? '../shared/corpus/articles.jsonl.gz';
if (!existsSync(corpus)) {
  console.error(`No corpus at ${corpus}: the committed lists stay as they are.`);
  process.exit(0);
}

const FOLDS = [
  [/[\u064b-\u065f\u0670\u0640\u200b-\u200f]/g, ''],
  [/[أإآٱ]/g, 'ا'],
  [/[ىیئ]/g, 'ي'],
  [/ؤ/g, 'و'],
  [/ة/g, 'ه'],
  [/ء/g, ''],
  [/ک/g, 'ك'],
  [/گ/g, 'غ'],
  [/پ/g, 'ب'],
  [/چ/g, 'ج'],
  [/ڤ/g, 'ف'],
];
const fold = word => FOLDS.reduce((folded, [from, to]) => folded.replace(from, to), word);
const words = text =>
  text
    .split(/[\s-]+/)
    .filter(Boolean)
    .map(fold);

const TITLES = new Set(
  words(`الرئيس الوزير الجنرال اللواء العميد العقيد السيناتور النائب السفير الأمير الأميرة الشيخ المستشارة المشير الأدميرال
    الدكتور السيدة السيد الحاخام`),
);
const PORTFOLIOS = new Set(
  words('الخارجية الدفاع الداخلية المالية الوزراء العدل الطاقة النفط الإعلام الاقتصاد البرلمان الأركان'),
);
/** The commonest words of any text: no context makes them names. */
const FUNCTION_RANK = 150;
/** But for these. */
const FREQUENT_NAMES = new Set(words('محمد أحمد ترامب بوتين'));

const given = new Set(words(readFileSync('scripts/data/given-names.txt', 'utf8')));
const seeds = new Set(given);
for (const leader of JSON.parse(readFileSync('graph-schema/gazetteer/leaders.json', 'utf8')))
  for (const name of [leader.label.ar, ...leader.aliases.ar]) {
    const parts = words(name);
    if (parts.length > 1) for (const part of parts) if (part.length > 2) seeds.add(part);
  }

const total = new Map();
const bump = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
const runs = [];
const intern = new Map();
const lines = createInterface({ input: createReadStream(corpus).pipe(createGunzip()) });
for await (const line of lines) {
  const { title, text } = JSON.parse(line);
  for (const run of `${title}\n${text}`.split(/[^\u0621-\u065f\u0670-\u06d3\u200b-\u200f ]+/)) {
    const found = [];
    for (const raw of run.split(' ')) {
      if (raw.length < 2) continue;
      const word = fold(raw);
      const shared = intern.get(word) ?? word;
      if (shared === word) intern.set(word, word);
      found.push(shared);
      bump(total, shared);
    }
    if (found.length > 1) runs.push(found);
  }
}
const count = word => total.get(word) ?? 0;
const ranking = new Map([...total].sort((a, b) => b[1] - a[1]).map(([word], rank) => [word, rank]));

// "آن" and "هو" are given names in some language and function words in this one.
for (const word of given)
  if (word.length <= 3 && (ranking.get(word) ?? 1e9) < 1500 && word !== 'عمر') given.delete(word);

const isAdjective = word => /^ال.{2,}(ي|يه)$/.test(word);
const named = new Map();
for (const run of runs)
  for (let index = 1; index < run.length; index++) {
    if (given.has(run[index - 1]) || run[index - 1] === 'بن' || run[index + 1] === 'بن') {
      bump(named, run[index]);
      continue;
    }
    let title = index - 1;
    while (title > 0 && isAdjective(run[title]) && index - title < 3) title--;
    if (TITLES.has(run[title]) || PORTFOLIOS.has(run[title])) bump(named, run[index]);
  }
/** How much a word behaves like an ordinary noun or verb: its other forms, per occurrence. */
function inflection(word) {
  const stem = word.endsWith('ه') ? `${word.slice(0, -1)}ت` : word;
  const suffixed = count(`${stem}ها`) + count(`${stem}هم`) + count(`${stem}ه`);
  const article = word.startsWith('ال') ? 0 : count(`ال${word}`) + count(`لل${word}`);
  let verb = count(`${word}ت`) + count(`${word}وا`) + count(`ي${word}`);
  if (/^[يتن]/.test(word)) {
    const rest = word.slice(1);
    for (const person of 'يتن') if (person !== word[0]) verb += count(person + rest);
  }
  return (suffixed + article + verb) / (count(word) || 1);
}
/** A noun with a pronoun, or a word with a conjunction or preposition. */
function isDerived(word) {
  for (const suffix of ['ها', 'هم', 'ه', 'نا', 'هما'])
    if (word.endsWith(suffix) && word.length > suffix.length + 2) {
      const stem = word.slice(0, -suffix.length);
      if (
        count(stem) + count(`${stem.slice(0, -1)}ه`) + count(`ال${stem}`) > count(word) / 2 &&
        count(`${stem}ها`) > 0 &&
        count(`${stem}ه`) > 0
      )
        return true;
    }
  for (const prefix of ['و', 'ل', 'ب', 'ف', 'لل', 'وال', 'بال'])
    if (
      word.startsWith(prefix) &&
      count(word.slice(prefix.length).replace(/^(?=.)/, prefix.endsWith('ل') && prefix !== 'ل' ? 'ال' : '')) >
        5 * count(word)
    )
      return true;
  return false;
}
/** Names that are ordinary words too (فتح, سريع, صباح): on neither list, so that the context decides. */
const ambiguous = new Set(
  [...seeds].filter(word => !given.has(word) && (ranking.get(word) ?? 1e9) < 9000 && inflection(word) > 0.4),
);
const NOT_NAMES = new Set(
  words(
    'السابق الآن أكبر الأمير الشيخ السلام أنا الدوري الأسبق العقيد الخام العاهل القائد الكهربائية والغاز للإغاثة المخلوع المعروف النفطي الشمسية كيلو الإسلام الأخضر الجنرال للعلوم المنتهية والتخطيط زعيما هدية المتجددة الاستيعابية الرقيب المتقاعد المشير الملكة الجميل أرنا غربية كاملا الأسير عددا الركن المهندس الحاج شباط الدكتور الصعيد البنيان الملف الوزير الرئيس النائب السيد الثاني الأول',
  ),
);
const names = new Set(
  [...seeds]
    .filter(word => !NOT_NAMES.has(word))
    .filter(
      word =>
        !ambiguous.has(word) && ((ranking.get(word) ?? 1e9) > FUNCTION_RANK || FREQUENT_NAMES.has(word)),
    ),
);
for (const [word, near] of named) {
  const all = count(word);
  if (
    near < 3 ||
    all < 5 ||
    NOT_NAMES.has(word) ||
    (ranking.get(word) ?? 0) < FUNCTION_RANK ||
    word.length < 3 ||
    isDerived(word)
  )
    continue;
  const rate = near / all;
  const inflected = inflection(word);
  if (
    (rate >= 0.5 && inflected < 0.3) ||
    (rate >= 0.25 && inflected < 0.05) ||
    (rate >= 0.12 && inflected < 0.01 && !word.startsWith('ال'))
  )
    names.add(word);
}
const byCount = (a, b) => count(b) - count(a) || (a < b ? -1 : 1);
/** Whether other words of the same root are about: foreign names of things (رويترز, يونهاب) stand alone. */
function hasRelatives(word) {
  if ((ranking.get(word) ?? 0) < 3000 || word.startsWith('ال')) return true;
  const bare = word.replace(/^(وال|بال|كال|فال|لل|ال|و|ب|ل|ف|س)(?=.{3})/, '');
  const stem = bare.replace(/(ها|هم|هما|نا|ات|ين|ون|ان|يه|وا|ه|ي|ا|ت)$/, '');
  const forms = new Set();
  for (const base of new Set([bare, stem, stem.replace(/^[يتنا](?=.{3})/, '')]))
    for (const prefix of ['', 'ال', 'ي', 'ت', 'ن', 'ا', 'م'])
      for (const suffix of ['', 'ه', 'ها', 'هم', 'ات', 'ين', 'ون', 'ان', 'يه', 'ي', 'ا', 'ت', 'وا'])
        forms.add(prefix + base + suffix);
  forms.delete(word);
  forms.delete(bare);
  let sum = 0;
  for (const form of forms) sum += count(form);
  return sum >= Math.max(4, 0.05 * count(word));
}
const common = [...total.keys()]
  .filter(
    word =>
      count(word) >= 12 &&
      hasRelatives(word) &&
      !names.has(word) &&
      !(ambiguous.has(word) && (ranking.get(word) ?? 0) > 300),
  )
  .sort(byCount);

function write(file, constant, comment, list) {
  const rows = [];
  let row = '';
  for (const word of list) {
    if (row.length + word.length > 150) {
      rows.push(row.trim());
      row = '';
    }
    row += `${word} `;
  }
  rows.push(row.trim());
  writeFileSync(
    file,
    `/** ${comment} Mined by scripts/mine-words.js. */\nexport const ${constant} = \`\n${rows.join('\n')}\n\`;\n`,
  );
  console.log(file, list.length);
}
write(
  'src/language/arabic/data/names.ts',
  'NAMES',
  'Words that are names of people, or parts of them, folded, most frequent first.',
  [...names].sort(byCount),
);
write(
  'src/language/arabic/data/ambiguous.ts',
  'AMBIGUOUS',
  'Names that are ordinary words too, and given names: not enough alone to say who is meant.',
  [...new Set([...ambiguous, ...given])].sort(byCount),
);
write(
  'src/language/arabic/data/common.ts',
  'COMMON',
  'Ordinary words of news, folded, most frequent first: they end a name.',
  common,
);

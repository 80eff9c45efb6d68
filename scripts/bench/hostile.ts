/**
 * Whether time grows with the length of a text as it should: for texts of the worst kinds, how many times as
 * long twice the text takes (2 is linear, 4 quadratic). `npm run bench:hostile`, or with `-- LENGTH KIND` for others.
 */
import { createExtractor } from '../../src/extract/extractor.js';
import { articlesFromText } from '../../src/ingest/index.js';
import type { Article } from '../../src/model.js';
import { loadSchema } from '../../src/schema/index.js';

const SENTENCE =
  'قال الرئيس الروسي فلاديمير بوتين إن بلاده تدعم الصين وترفض العقوبات الأميركية على إيران في مجلس الأمن الدولي';

/** What is repeated until the text is long enough. */
const SHAPES: Readonly<Record<string, string>> = {
  'one sentence without end': `${SENTENCE} و`,
  'sentences of one paragraph': `${SENTENCE}. `,
  'an endless word': 'ا',
  'quotation marks': '«',
  'quotation marks in pairs': '«نعم» "لا" ',
  brackets: '(',
  'brackets around names': '(روسيا) ',
  'lists of countries': 'روسيا والصين وإيران وتركيا، ',
  'names that nobody knows': 'محمد بن سالم العامري ',
  'titles without names': 'الرئيس وزير خارجية ',
  'titles and names': 'وزير الخارجية الروسي سيرغي لافروف ',
  'relative clauses': 'الذي قال إن الرئيس ',
  'verbs without subjects': 'وقال وأضاف وزار والتقى ',
  'possessives of possessives': 'رئيس وزراء حكومة دولة ',
  pronouns: 'وهو معه وله وعنه ومنه ',
  'months and numbers': '12 يناير 2020 و',
  digits: '١',
  conjunctions: 'و ',
  commas: 'روسيا، ',
  'marks without letters': 'ً',
  tatweel: 'ـ',
  'direction marks': '\u202e\u2066',
  'the article over and over': 'الالالالال ',
  'attached pronouns': 'وسيستقبلونهمها ',
  'Latin words': 'Russia visits ',
  spaces: ' \n',
};

const length = Number(process.argv[2] ?? 40_000);
const extract = createExtractor(loadSchema());
extract(article(SENTENCE, 20_000));
let worst = 0;
for (const [name, piece] of Object.entries(SHAPES)) {
  if (!name.includes(process.argv[3] ?? '')) continue;
  const times = [length, 2 * length, 4 * length].map(size => least(() => extract(article(piece, size))));
  const [first = 0, second = 0, third = 0] = times;
  // Too short a time tells nothing.
  const growth = second < 5 ? 1 : third / second;
  worst = Math.max(worst, growth);
  const cells = [first, second, third].map(time => `${time.toFixed(1)} ms`.padStart(12));
  process.stdout.write(`${name.padEnd(32)}${cells.join('')}${growth.toFixed(1).padStart(8)}\n`);
}
process.stdout.write(`\ntwice the text takes ${worst.toFixed(1)} times as long at worst\n`);

function article(piece: string, size: number): Article {
  const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const [first] = articlesFromText(`${SENTENCE}\n\n${text}`);
  return { id: 'x', title: 'عنوان', language: 'ar', ...first, text };
}

/** Milliseconds of the processor; other work on the machine only ever adds to them. */
function least(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { seededRandom } from '../../src/graph/random.js';
import { readArticles } from '../../src/ingest/index.js';

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/articles.jsonl.gz', import.meta.url));
const EXAMPLES = fileURLToPath(new URL('../../examples/articles', import.meta.url));
/** Of generated articles. */
const SENTENCES = 14;
const GENERATED = 20_000;

export interface Sample {
  /** The file of all articles, and that of every tenth. */
  readonly all: string;
  readonly tenth: string;
  readonly what: string;
}

/** Writes the articles of the bench into a folder: those of the corpus where it is there, else generated ones. */
export async function writeSample(folder: string, most = Number.POSITIVE_INFINITY): Promise<Sample> {
  const isCorpus = existsSync(CORPUS);
  const [all, tenth] = [`${folder}/all.jsonl`, `${folder}/tenth.jsonl`];
  const [allOut, tenthOut] = [createWriteStream(all), createWriteStream(tenth)];
  let count = 0;
  for await (const line of isCorpus ? corpusLines() : generatedLines()) {
    if (count >= most) break;
    if (!allOut.write(`${line}\n`)) await once(allOut, 'drain');
    if (count % 10 === 0) tenthOut.write(`${line}\n`);
    count++;
  }
  await Promise.all([allOut, tenthOut].map(out => new Promise(resolve => out.end(resolve))));
  return { all, tenth, what: `${count} articles of ${isCorpus ? 'the corpus' : 'generated text'}` };
}

function corpusLines(): AsyncIterable<string> {
  return createInterface({ input: createReadStream(CORPUS).pipe(createGunzip()) });
}

/** Articles of sentences of the examples, drawn by a seeded chance: the same ones at each run. */
async function* generatedLines(): AsyncGenerator<string> {
  const titles: string[] = [];
  const sentences: string[] = [];
  for await (const item of readArticles([EXAMPLES])) {
    if (item.kind !== 'article') continue;
    titles.push(item.article.title);
    sentences.push(...item.article.text.split(/(?<=[.؟!])\s+/u).filter(sentence => sentence.length > 20));
  }
  const random = seededRandom(7);
  const draw = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  for (let index = 0; index < GENERATED; index++) {
    const text = Array.from({ length: SENTENCES }, () => draw(sentences)).join(' ');
    const date = new Date(Date.UTC(2010, 0, 1 + Math.floor(random() * 5000))).toISOString().slice(0, 10);
    yield JSON.stringify({ id: `g${index}`, title: draw(titles), date, source: 'generated', text });
  }
}

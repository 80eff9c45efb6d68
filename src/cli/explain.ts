import { Command } from 'commander';
import { UserError } from '../errors.js';
import { createExplainer, type Explainer } from '../extract/explainer.js';
import { readArticles, type SkippedItem } from '../ingest/index.js';
import type { Article } from '../model.js';
import { loadSchema } from '../schema/index.js';
import { findMentioned } from './explain-names.js';
import { renderPair } from './explain-pair.js';
import { renderExplanation } from './explain-text.js';
import { encodingOption, fieldOption, type InputOptions, ingestOptions, schemaOption } from './options.js';
import { reportSkipped } from './skipped.js';

interface Options extends InputOptions {
  readonly doc?: string;
  readonly sentence?: number;
  readonly between?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `rawabit explain`: why an article yields a relation, or does not. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('show, sentence by sentence, how articles are read: what is stated, what almost, and why')
    .argument('<path...>', 'files, folders or patterns; - reads standard input')
    .option('--doc <id>', 'only the article with this id')
    .option('--sentence <n>', 'only this sentence, from 1; the headline counts', sentenceNumber)
    .option('--between <name...>', 'two entities, by Arabic or English names or ids: why (not) a relation')
    .option('--json', 'one line of JSON an article')
    .addOption(schemaOption())
    .addOption(encodingOption())
    .addOption(fieldOption())
    .option('-q, --quiet', 'say nothing of what was left out')
    .addHelpText(
      'after',
      `
Examples:
  rawabit explain article.txt                                    every sentence
  rawabit explain news.jsonl --doc a17 --sentence 3              one sentence of one article
  rawabit explain news.jsonl --doc a17 --between موسكو Turkey    what stands between two
  cat article.txt | rawabit explain - --json | jq '.sentences[].almost[]'`,
    )
    .action(explain);
}

function sentenceNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new UserError(`--sentence ${text}: give a whole number from 1 on`, { usage: true });
  return number;
}

async function explain(paths: readonly string[], options: Options): Promise<void> {
  const pair = options.between && pairOf(options.between);
  const explainer = createExplainer(
    loadSchema(options.schema === undefined ? {} : { directory: options.schema }),
  );
  const skipped: SkippedItem[] = [];
  let articles = 0;
  for await (const item of readArticles(paths, ingestOptions(options))) {
    if (item.kind === 'skipped') {
      skipped.push(item);
      continue;
    }
    if (options.doc !== undefined && item.article.id !== options.doc) continue;
    articles++;
    const text = pair
      ? explainPair(explainer, item.article, pair, options)
      : explainArticle(explainer, item.article, options);
    if (!process.stdout.write(text)) await new Promise(resolve => process.stdout.once('drain', resolve));
  }
  if (!options.quiet) reportSkipped(skipped);
  if (articles > 0) return;
  const sought = options.doc === undefined ? '' : ` with the id ${options.doc}`;
  throw new UserError(`no article${sought} found in ${paths.join(', ')}`);
}

function pairOf(names: readonly string[]): readonly [string, string] {
  const [one, other, ...more] = names;
  if (one === undefined || other === undefined || more.length > 0)
    throw new UserError('--between takes two names.', { usage: true });
  return [one, other];
}

function explainArticle(explainer: Explainer, article: Article, { sentence, json }: Options): string {
  const explanation = explainer.explain(article);
  if (sentence !== undefined && sentence > explanation.sentences.length)
    throw new UserError(
      `--sentence ${sentence}: article ${article.id} has ${explanation.sentences.length} sentences`,
    );
  const shown = {
    ...explanation,
    sentences: explanation.sentences.filter(({ number }) => sentence === undefined || number === sentence),
  };
  return json ? `${JSON.stringify(shown)}\n` : renderExplanation(shown);
}

function explainPair(
  explainer: Explainer,
  article: Article,
  [one, other]: readonly [string, string],
  { sentence, json }: Options,
): string {
  const explanation = explainer.between(
    article,
    recognition => findMentioned(recognition, one),
    recognition => findMentioned(recognition, other),
  );
  const shown = {
    ...explanation,
    sentences: explanation.sentences.filter(({ number }) => sentence === undefined || number === sentence),
  };
  return json ? `${JSON.stringify(shown)}\n` : renderPair(shown, [one, other]);
}

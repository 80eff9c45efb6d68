import type { PairExplanation, PairSentence } from '../extract/relations/explain/types.js';
import { nameLine, section, statedLine } from './explain-text.js';
import { renderUnstated } from './explain-unstated.js';
import { createStyle, isolate, plain, type Style } from './table.js';

/** What stands between two entities, for the terminal. */
export function renderPair(
  { doc, one, other, sentences }: PairExplanation,
  asked: readonly [string, string],
): string {
  const style = createStyle();
  const missing = [
    one === undefined ? asked[0] : undefined,
    other === undefined ? asked[1] : undefined,
  ].flatMap(name => name ?? []);
  if (!one || !other)
    return `${style.bold(plain(doc))}: the article does not mention ${missing.map(isolate).join(' nor ')}\n`;
  const names = `${nameLine(one)} and ${nameLine(other)}`;
  if (sentences.length === 0) return `${style.bold(plain(doc))}: no sentence refers to both ${names}\n`;
  const count = sentences.reduce((sum, { stated }) => sum + stated.length, 0);
  const found = count === 0 ? 'no relation stated' : `${count} stated`;
  return `${style.bold(`${plain(doc)}: ${names}, ${found}`)}\n\n${sentences
    .map(sentence => renderPairSentence(sentence, style))
    .join('\n')}\n`;
}

function renderPairSentence(sentence: PairSentence, style: Style): string {
  const { number, text, stated, unstated, why, misfits } = sentence;
  return [
    `${style.bold(`[${number}]`)} ${isolate(text)}`,
    ...section(
      'stated',
      stated.map(relation => style.green(statedLine(relation))),
    ),
    ...section(
      'not stated',
      unstated.flatMap(relation => renderUnstated(relation, style)),
    ),
    ...(why === undefined ? [] : [`  ${why}`]),
    ...section(
      'predicates that do not join them',
      misfits.map(({ predicate, relation, reason }) => `${isolate(predicate)} (${relation}): ${reason}`),
    ),
    '',
  ].join('\n');
}

import type { Rival, UnstatedRelation, Weight } from '../extract/relations/explain/types.js';
import { isolate, plain, type Style } from './table.js';

/** A relation that was not stated, with what spoke against it. */
export function renderUnstated(relation: UnstatedRelation, style: Style): string[] {
  const { subject, type, object, predicate, subjectSlot, objectSlot, rivals } = relation;
  const name = ({ id, label }: UnstatedRelation['subject']) => plain(label.en || id);
  const head = `${style.yellow(`${name(subject)} ${type} ${name(object)}`)}; by ${isolate(predicate)}: ${verdictOf(relation)}`;
  if (relation.verdict === 'dropped') return [head];
  return [
    head,
    style.dim(`  subject ${subjectSlot}; object ${objectSlot}`),
    ...rivals.map(rival => style.dim(`  ${rivalLine(rival)}`)),
    ...weights('for', relation.for, style),
    ...weights('against', relation.against, style),
  ];
}

function verdictOf({ verdict, inSentence, inArticle, threshold }: UnstatedRelation): string {
  const likely = `in the sentence ${inSentence.toFixed(2)}`;
  if (verdict === 'dropped') return 'the sieve dropped it, by word, roles and types alone';
  if (inArticle === undefined) return `${likely}: too unlikely to be judged by the article`;
  const judged = `${likely}, in the article ${inArticle.toFixed(2)}, needs ${threshold.toFixed(2)}`;
  if (verdict === 'unnamed') return `${judged}; left out, as the article never names one of the two`;
  return verdict === 'stated elsewhere' ? `${judged}; stated by another sentence` : judged;
}

function rivalLine({ reason, relation, without }: Rival): string {
  const other =
    relation === undefined
      ? ''
      : ` (${plain(relation.subject.label.en)} ${relation.type} ${plain(relation.object.label.en)})`;
  return `${reason}${other}: without it ${without.toFixed(2)}`;
}

function weights(title: string, list: readonly Weight[], style: Style): string[] {
  if (list.length === 0) return [];
  const parts = list.map(({ name, weight }) => `${isolate(name)} ${weight > 0 ? '+' : ''}${weight}`);
  return [style.dim(`  ${title}: ${parts.join('; ')}`)];
}

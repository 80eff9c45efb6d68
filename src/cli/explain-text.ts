import type {
  EntityName,
  ExplainedMention,
  ExplainedPhrase,
  ExplainedPredicate,
  Explanation,
  Filler,
  SentenceExplanation,
  StatedRelation,
} from '../extract/relations/explain/types.js';
import { renderUnstated } from './explain-unstated.js';
import { createStyle, isolate, plain, type Style } from './table.js';

/** An explanation for the terminal. */
export function renderExplanation({ doc, title, date, sentences }: Explanation): string {
  const style = createStyle();
  const head = [plain(doc), date ?? '', isolate(title)].filter(Boolean).join(' · ');
  return `${style.bold(head)}\n\n${sentences.map(sentence => renderSentence(sentence, style)).join('\n')}\n`;
}

function renderSentence(sentence: SentenceExplanation, style: Style): string {
  const { number, isTitle, text, mentions, phrases, predicates, stated, almost } = sentence;
  const label = style.bold(`[${number}]${isTitle ? ' headline' : ''}`);
  return [
    `${label} ${isolate(text)}`,
    ...section('mentions', mentions.map(mentionLine)),
    ...section('phrases', phrases.map(phraseLine)),
    ...section('predicates', predicates.flatMap(predicateLines)),
    ...section(
      'stated',
      stated.map(relation => style.green(statedLine(relation))),
    ),
    ...section(
      'almost stated',
      almost.flatMap(relation => renderUnstated(relation, style)),
    ),
    '',
  ].join('\n');
}

/** A titled list; nothing where the list is empty. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines.map(line => `    ${line}`)];
}

export function nameLine({ id, label }: EntityName): string {
  return plain(label.en || id);
}

function mentionLine({ text, entity, kind, inside }: ExplainedMention): string {
  const around = inside === undefined ? '' : `, inside ${isolate(inside)}`;
  return `${isolate(text)} = ${nameLine(entity)} (${plain(entity.id)}), ${kind}${around}`;
}

function phraseLine({ text, entity, governor, head, group }: ExplainedPhrase): string {
  return [
    `${isolate(text)} = ${nameLine(entity)}`,
    ...(governor === 'nothing' ? [] : [`after ${isolate(governor)}`]),
    ...(head === undefined ? [] : [`head ${isolate(head)}`]),
    ...(group === undefined ? [] : [`coordination ${group + 1}`]),
  ].join(', ');
}

function predicateLines({ text, kind, relations, subjects, objects }: ExplainedPredicate): string[] {
  const fillers = (role: string, list: readonly Filler[]) =>
    list.length === 0
      ? []
      : [`  ${role}: ${list.map(({ entity, slot }) => `${nameLine(entity)} (${slot})`).join('; ')}`];
  return [
    `${isolate(text)} (${kind}): ${relations.map(relation => plain(relation)).join(', ')}`,
    ...fillers('subject', subjects),
    ...fillers('object', objects),
  ];
}

/** `Russia attacks Ukraine, not, alleged, 2024-11-27, said by …; by قصف: 0.93 (in the sentence 0.81, needs 0.4)`. */
export function statedLine(relation: StatedRelation): string {
  const { subject, type, object, polarity, modality, time, attribution, office } = relation;
  const facts = [
    polarity === 'negated' ? 'not' : '',
    modality === 'actual' ? '' : modality,
    office?.en ?? '',
    time ?? '',
    attribution === undefined ? '' : `said by ${nameLine(attribution)}`,
  ].filter(Boolean);
  const { rule, confidence, inSentence, threshold } = relation;
  const needs =
    inSentence === undefined
      ? ''
      : ` (in the sentence ${inSentence.toFixed(2)}, needs ${threshold?.toFixed(2)})`;
  return `${[`${nameLine(subject)} ${type} ${nameLine(object)}`, ...facts].join(', ')}; by ${ruleName(rule)}: ${confidence.toFixed(2)}${needs}`;
}

/** `v:زار يزور` without its mark. */
export function ruleName(rule: string): string {
  return isolate(rule.replace(/^[vnpx]:/, ''));
}

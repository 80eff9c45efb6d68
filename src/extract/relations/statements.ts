import { hash } from 'node:crypto';
import type { Evidence, Span, Statement } from '../../model.js';
import type { EntityMention, Recognition } from '../document.js';
import { type Circumstances, speakerOf } from './circumstances/index.js';
import type { CandidateReading } from './readings.js';
import { objectOf } from './states/finding.js';
import type { Finding } from './states.js';
import { createTimeFinder, isPartial } from './time.js';

/** Makes statements of what was found in an article: with evidence, polarity, modality, time and attribution. */
export interface StatementBuilder {
  addState(finding: Finding): void;
  addEvent(
    place: Pick<CandidateReading, 'candidate' | 'subjects'>,
    circumstances: Circumstances,
    confidence: number,
  ): void;
  statements(): Statement[];
}

export function createStatementBuilder({ document }: Recognition): StatementBuilder {
  const timeAt = createTimeFinder(document);
  const found = new Map<string, Statement>();
  const { text } = document;
  const add = (statement: Omit<Statement, 'id'>) => {
    const id = statementId(document.article.id, statement);
    const known = found.get(id);
    if (!known || known.confidence < statement.confidence) found.set(id, { id, ...statement });
  };
  const evidenceOf = (sentence: number, parts: Omit<Evidence, 'text' | 'start' | 'end'>): Evidence => {
    const { start = 0, end = 0 } = document.sentences[sentence] ?? {};
    return { start, end, text: text.slice(start, end), ...parts };
  };
  const spanOf = ({ start, end }: Span): Span => ({ start, end });
  const inSentence = (mention: EntityMention, sentence: number): { span?: Span } =>
    mention.sentence === sentence && !mention.attached ? { span: spanOf(mention) } : {};

  return {
    addState({ subject, type, object, modality, confidence, rule, sentence, office }) {
      const target = objectOf({ object });
      const { span: subjectSpan } = inSentence(subject, sentence);
      const { span: objectSpan } = 'entity' in object ? inSentence(object, sentence) : {};
      add({
        subject: subject.entity.id,
        type,
        object: target.id,
        polarity: 'affirmed',
        modality,
        ...(office && { office }),
        confidence,
        rule,
        evidence: [
          evidenceOf(sentence, {
            ...(subjectSpan && { subject: subjectSpan }),
            ...(objectSpan && { object: objectSpan }),
          }),
        ],
      });
    },
    addEvent({ candidate, subjects }, { polarity, modality: stated }, confidence) {
      const { sentence, predicate, sense } = candidate;
      const [subject, object] = sense.swap
        ? [candidate.object, candidate.subject]
        : [candidate.subject, candidate.object];
      const speaker = speakerOf(sentence, predicate, subject.mention.entity.id, subjects);
      const attribution = speaker?.mention.entity.id;
      const token = sentence.tokens[predicate.index];
      const stating = timeAt(sentence, predicate.index);
      const isWhole = stating !== undefined && !isPartial(stating);
      const time = isWhole ? stating : undefined;
      // What is dated after the article can only be planned.
      const isOpen = predicate.lexeme.event || predicate.verb?.tense === 'present';
      const isAhead = isOpen && isAfter(time, document.article.date);
      const modality = stated === 'actual' && isAhead ? 'planned' : stated;
      const { span: subjectSpan } = inSentence(subject.mention, sentence.index);
      const { span: objectSpan } = inSentence(object.mention, sentence.index);
      add({
        subject: subject.mention.entity.id,
        type: sense.relation,
        object: object.mention.entity.id,
        polarity,
        modality,
        ...(time !== undefined && { time }),
        ...(stating !== undefined && !isWhole && { partialTime: stating }),
        ...(attribution !== undefined && { attribution }),
        confidence: Math.round(confidence * 1000) / 1000,
        rule: predicate.lexeme.name,
        evidence: [
          evidenceOf(sentence.index, {
            ...(subjectSpan && { subject: subjectSpan }),
            ...(objectSpan && { object: objectSpan }),
            ...(token && { predicate: spanOf(token) }),
          }),
        ],
      });
    },
    statements: () => [...found.values()].sort(byPlace),
  };
}

/** The id of a statement of an article. */
export function statementId(article: string, statement: Omit<Statement, 'id'>): string {
  const [evidence] = statement.evidence;
  const content = [
    article,
    statement.subject,
    statement.type,
    statement.object,
    statement.polarity,
    statement.modality,
    evidence?.start,
    evidence?.end,
  ].join('\u0000');
  return hash('sha1', content).slice(0, 16);
}

/** The order of an article's statements. */
export function byPlace(a: Statement, b: Statement): number {
  return (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || (a.id < b.id ? -1 : 1);
}

/** Dates of different precision are compared as far as both go: May 2022 is not after 2022-05-13. */
function isAfter(time: string | undefined, date: string | undefined): boolean {
  if (time === undefined || date === undefined || time.startsWith('-')) return false;
  const start = time.split('/')[0] ?? '';
  return start > date.slice(0, start.length);
}

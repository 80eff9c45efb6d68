/** How relations and their evidence look as a table, as JSON and as CSV. */
import type { EntityRef, EvidenceRecord, Relation } from '../query/index.js';
import { type AnswerKind, quote } from './answers.js';
import { type Column, isolate, plain } from './table.js';

/** Both names of an entity. */
export const both = ({ label }: Pick<EntityRef, 'label'>) =>
  label.ar === label.en || label.en === '' ? label.ar : `${label.ar} · ${label.en}`;

/** A column of both names; of the Arabic one where there is little room. */
export function nameColumn<Row>(title: string, of: (row: Row) => Pick<EntityRef, 'label'>): Column<Row> {
  return { title, value: row => both(of(row)), short: row => of(row).label.ar };
}

/** A date, or the first and the last one. */
export const dates = ({
  firstDate,
  lastDate,
}: {
  readonly firstDate?: string;
  readonly lastDate?: string;
}) => (firstDate === lastDate ? firstDate : `${firstDate} – ${lastDate}`);

export const RELATION_CSV: readonly Column<Relation>[] = [
  { title: 'subject_id', value: relation => relation.subject.id },
  { title: 'subject', value: relation => relation.subject.label.ar },
  { title: 'subject_en', value: relation => relation.subject.label.en },
  { title: 'relation', value: relation => relation.type },
  { title: 'object_id', value: relation => relation.object.id },
  { title: 'object', value: relation => relation.object.label.ar },
  { title: 'object_en', value: relation => relation.object.label.en },
  { title: 'polarity', value: relation => relation.polarity },
  { title: 'modality', value: relation => relation.modality },
  { title: 'sources', value: relation => relation.sources },
  { title: 'articles', value: relation => relation.articles },
  { title: 'confidence', value: relation => relation.confidence },
  { title: 'first_date', value: relation => relation.firstDate },
  { title: 'last_date', value: relation => relation.lastDate },
];

const EVIDENCE_CSV: readonly Column<Relation>[] = [
  { title: 'evidence', value: relation => relation.evidence()[0]?.text },
  { title: 'article', value: relation => relation.evidence()[0]?.article.title },
  { title: 'url', value: relation => relation.evidence()[0]?.article.url },
];

/** With evidence, JSON carries all of it; CSV has room for the first sentence. */
export function relationKind(withEvidence: boolean): AnswerKind<Relation> {
  return {
    columns: [
      nameColumn('Subject', relation => relation.subject),
      { title: 'Relation', value: relationName },
      nameColumn('Object', relation => relation.object),
      { title: 'Sources', value: relation => relation.sources, align: 'right' },
      { title: 'Confidence', value: relation => relation.confidence.toFixed(2), align: 'right' },
      { title: 'Date', value: dates },
    ],
    csv: withEvidence ? [...RELATION_CSV, ...EVIDENCE_CSV] : RELATION_CSV,
    json: relation => relationJson(relation, withEvidence),
    details: relation => (withEvidence ? relation.evidence().map(evidenceLine) : []),
  };
}

/** A relation with its polarity and modality where they are not the plain ones. */
export function relationName({ type, polarity, modality }: Relation): string {
  return [polarity === 'negated' ? 'not' : '', plain(type), modality === 'actual' ? '' : `(${modality})`]
    .filter(Boolean)
    .join(' ');
}

export function relationJson(relation: Relation, withEvidence: boolean): unknown {
  return withEvidence ? { ...relation, evidence: relation.evidence() } : relation;
}

/** `2024-03-12 صحيفة الأفق «…» url` */
export function evidenceLine(evidence: EvidenceRecord): string {
  const { article, attribution } = evidence;
  const by =
    attribution === undefined ? '' : `(${typeof attribution === 'string' ? attribution : both(attribution)})`;
  const parts = [
    evidence.time ?? article.date ?? evidence.partialTime ?? '',
    article.source ?? article.title,
    by,
  ];
  const line = [...parts.map(part => isolate(part)), quote(evidence.text), plain(article.url)];
  return line.filter(Boolean).join('  ');
}

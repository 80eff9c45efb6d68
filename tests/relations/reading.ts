import { createExtractor } from '../../src/extract/extractor.js';
import type { Statement } from '../../src/model.js';
import { loadSchema } from '../../src/schema/index.js';

const extract = createExtractor(loadSchema());
const symmetric = new Set(
  loadSchema()
    .relationTypes.filter(type => type.symmetric)
    .map(({ type }) => type),
);

/** An article of one or a few sentences, on the page of 15 June 2022 (a Wednesday) unless it has no date. */
export interface Piece {
  readonly title?: string;
  readonly date?: string | undefined;
}

export function statementsOf(text: string, { title = '', ...rest }: Piece = {}): readonly Statement[] {
  const date = 'date' in rest ? rest.date : '2022-06-15';
  return extract({ id: 'test', title, text, language: 'ar', ...(date !== undefined && { date }) }).relations;
}

/** The statements as `subject type object`, with ` not` and the modality where it is not actual. */
export function relationsOf(text: string, piece: Piece = {}): string[] {
  return statementsOf(text, piece).map(({ subject, type, object, polarity, modality }) =>
    inOrder(
      [
        subject,
        type,
        object,
        ...(polarity === 'negated' ? ['not'] : []),
        ...(modality === 'actual' ? [] : [modality]),
      ].join(' '),
    ),
  );
}

/** A relation with the ends of symmetric types in alphabetical order. */
export function inOrder(relation: string): string {
  const [subject = '', type = '', object = '', ...rest] = relation.split(' ');
  return symmetric.has(type) && subject > object ? [object, type, subject, ...rest].join(' ') : relation;
}

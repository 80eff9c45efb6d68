import type { Recognition } from '../../src/extract/document.js';
import { listEntities } from '../../src/extract/entities/output.js';
import { keyOf } from '../../src/extract/relations/reading.js';
import type { Modality } from '../../src/model.js';
import { type Annotation, alignAdded } from './annotations.js';
import { align, type Gold, normalize } from './gold.js';

/** Found from titles and names alone. */
export const BY_RULE = new Set(['holds_office', 'affiliated_with']);

/** What an annotation says, in the terms of the recognized article. */
export interface Wanted {
  readonly doc: string;
  /** The annotated id of each recognized entity. */
  readonly names: ReadonlyMap<string, string>;
  readonly ignored: ReadonlySet<string>;
  readonly relations: readonly {
    readonly subject: string;
    readonly type: string;
    readonly object: string;
    readonly negated: boolean;
    readonly modality: Modality;
    readonly optional: boolean;
    readonly sentences: readonly number[];
  }[];
}

export function wantedByGold(recognition: Recognition, gold: Gold): Wanted {
  const places = placeSentences(recognition, gold);
  return {
    doc: gold.doc,
    names: align(listEntities(recognition), gold),
    ignored: new Set(
      gold.entities.filter(({ named, optional }) => named === false || optional).map(({ id }) => id),
    ),
    relations: gold.relations.map(({ subject, type, object, polarity, modality, evidence, optional }) => ({
      subject,
      type,
      object,
      negated: polarity === 'negated',
      modality,
      optional: optional ?? false,
      sentences: evidence.flatMap(number => places[number] ?? []),
    })),
  };
}

export function wantedByAnnotation(recognition: Recognition, annotation: Annotation): Wanted {
  const { sentences } = recognition.document;
  return {
    doc: annotation.article.id,
    names: alignAdded(listEntities(recognition), annotation),
    ignored: annotation.ignored,
    relations: annotation.relations.map(({ subject, type, object, negated, modality, offsets }) => ({
      subject,
      type,
      object,
      negated,
      modality,
      optional: false,
      sentences: offsets.map(offset =>
        sentences.findIndex(({ start, end }) => start <= offset && offset < end),
      ),
    })),
  };
}

/** The sentences that state each relation, by its key. */
export function statedBy(
  { relations }: Wanted,
  isSymmetric: (relation: string) => boolean,
): Map<string, Set<number>> {
  const stated = new Map<string, Set<number>>();
  for (const { subject, type, object, sentences } of relations) {
    const key = keyOf(subject, type, object, isSymmetric(type));
    const known = stated.get(key) ?? new Set();
    for (const index of sentences) known.add(index);
    stated.set(key, known);
  }
  return stated;
}

export function wantedKeys(
  { relations, ignored }: Wanted,
  isSymmetric: (relation: string) => boolean,
): Map<string, string> {
  return new Map(
    relations
      .filter(
        ({ subject, type, object, optional }) =>
          !optional && !ignored.has(subject) && !ignored.has(object) && !BY_RULE.has(type),
      )
      .map(({ subject, type, object }) => [keyOf(subject, type, object, isSymmetric(type)), type]),
  );
}

/** For each annotated sentence, the indexes of ours that overlap it. */
function placeSentences(recognition: Recognition, gold: Gold): number[][] {
  const { document } = recognition;
  const own = document.sentences.map(({ start, end }) => normalize(document.text.slice(start, end)));
  return (gold.sentences ?? []).map(text => {
    const wanted = normalize(text);
    return own.flatMap((sentence, index) =>
      sentence !== '' && (wanted.includes(sentence) || sentence.includes(wanted)) ? [index] : [],
    );
  });
}

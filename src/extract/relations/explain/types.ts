import type { Bilingual, MentionKind, NodeType, Span, Statement } from '../../../model.js';

/** Why an article yields the relations that it yields, and not others. */
export interface Explanation {
  readonly doc: string;
  readonly title: string;
  readonly date?: string;
  readonly sentences: readonly SentenceExplanation[];
}

export interface SentenceExplanation extends Span {
  /** From 1, the headline included. */
  readonly number: number;
  readonly isTitle: boolean;
  readonly text: string;
  readonly mentions: readonly ExplainedMention[];
  readonly phrases: readonly ExplainedPhrase[];
  readonly predicates: readonly ExplainedPredicate[];
  readonly stated: readonly StatedRelation[];
  /** The best place of each relation that came near to being stated, the likeliest first. */
  readonly almost: readonly UnstatedRelation[];
}

export interface EntityName {
  readonly id: string;
  readonly type: NodeType;
  readonly label: Bilingual;
}

export interface ExplainedMention extends Span {
  readonly text: string;
  readonly entity: EntityName;
  readonly kind: MentionKind;
  /** The mention around it: a nationality in the name of a ministry. */
  readonly inside?: string;
}

export interface ExplainedPhrase {
  readonly text: string;
  readonly entity: EntityName;
  /** The preposition, or what else governs it, in words. */
  readonly governor: string;
  /** Its head noun where it is not the entity itself: "قوات". */
  readonly head?: string;
  /** The number of its coordination, where it has several members. */
  readonly group?: number;
}

export interface ExplainedPredicate {
  readonly text: string;
  /** The name of the rule: `v:زار يزور`. */
  readonly rule: string;
  readonly kind: string;
  readonly relations: readonly string[];
  readonly subjects: readonly Filler[];
  readonly objects: readonly Filler[];
}

/** Who may fill a slot, and how it stands. */
export interface Filler {
  readonly entity: EntityName;
  readonly slot: string;
}

export interface StatedRelation extends Omit<Statement, 'evidence' | 'subject' | 'object' | 'attribution'> {
  readonly subject: EntityName;
  readonly object: EntityName;
  readonly attribution?: EntityName;
  /** How likely by this sentence alone; absent where a rule of states gave it. */
  readonly inSentence?: number;
  /** The lowest confidence with which an event of this type is stated. */
  readonly threshold?: number;
}

export interface UnstatedRelation {
  readonly subject: EntityName;
  readonly type: string;
  readonly object: EntityName;
  readonly rule: string;
  /** The word in the text. */
  readonly predicate: string;
  readonly subjectSlot: string;
  readonly objectSlot: string;
  readonly verdict: Verdict;
  /** How likely by this sentence alone; to the sieve, where that dropped it. */
  readonly inSentence: number;
  /** How likely by all that the article says; absent where it was dropped. */
  readonly inArticle?: number;
  readonly threshold: number;
  /** What else the article says that lowers or raises it, the strongest first. */
  readonly rivals: readonly Rival[];
  /** What in the sentence speaks for it and against it, the strongest first. */
  readonly for: readonly Weight[];
  readonly against: readonly Weight[];
}

/**
 * Why it is not stated here: the sieve dropped it by its frame; it is too unlikely; the article states it, but by
 * other sentences; or one of the two is never named in the article.
 */
export type Verdict = 'dropped' | 'unlikely' | 'stated elsewhere' | 'unnamed';

export interface Rival {
  readonly reason: string;
  /** The relation that competes, where it is one. */
  readonly relation?: { readonly subject: EntityName; readonly type: string; readonly object: EntityName };
  /** How likely the relation would be in the article without it. */
  readonly without: number;
}

export interface Weight {
  readonly name: string;
  /** Log-odds. */
  readonly weight: number;
}

/** Why there is, or is not, a relation between two entities. */
export interface PairExplanation {
  readonly doc: string;
  readonly one: EntityName | undefined;
  readonly other: EntityName | undefined;
  /** Sentences that refer to both, or state something between them. */
  readonly sentences: readonly PairSentence[];
}

export interface PairSentence extends Span {
  readonly number: number;
  readonly text: string;
  readonly stated: readonly StatedRelation[];
  readonly unstated: readonly UnstatedRelation[];
  /** Why no reading was even weighed, where none was. */
  readonly why?: string;
  /** Predicates whose relations do not join such entities, by their word. */
  readonly misfits: readonly Misfit[];
}

export interface Misfit {
  readonly predicate: string;
  readonly relation: string;
  readonly reason: string;
}

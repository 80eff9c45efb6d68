import type { Vocabulary } from '../../language/arabic/tokens.js';
import type { Schema } from '../../schema/types.js';
import type { EntityMention, Recognition } from '../document.js';
import { append } from './append.js';
import { candidatesOf, relationTable } from './candidates.js';
import { type ClustersFile, createClusterReader } from './clusters.js';
import { createCollectiveReader, withCollectives } from './collectives.js';
import type { Candidate } from './features.js';
import { createGroupNounReader } from './group-noun-words.js';
import { withGroupNouns } from './group-nouns.js';
import { createPredicateLexicon } from './lexicon.js';
import { withLocalities } from './localities.js';
import { createLocalityReader } from './place-names.js';
import { SubjectSlot } from './slot-kinds.js';
import { createSides } from './speech.js';
import { subjectsOf } from './subjects.js';
import { type Phrase, readSentence, type Sentence } from './syntax.js';
import { createWordReader, type WordReader } from './words.js';

/** What the events of a sentence are read with. */
export interface EventReader {
  readonly words: WordReader;
  /** Calls back with each sentence and its candidates, in order. */
  read(recognition: Recognition, visit: SentenceVisitor): void;
  /** The same, without the candidates. */
  readSentences(recognition: Recognition, visit: SubjectVisitor): void;
}

export type SubjectVisitor = (
  sentence: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
) => void;

export type SentenceVisitor = (
  sentence: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
  candidates: readonly Candidate[],
) => void;

/** Reads articles sentence by sentence into candidates; the training script and the extractor share it. */
export function createEventReader(
  schema: Schema,
  clusters: ClustersFile,
  vocabulary: Vocabulary,
  language = 'ar',
): EventReader {
  const lexicon = createPredicateLexicon(schema.predicates[language] ?? [], vocabulary);
  const reader = createWordReader(lexicon, createClusterReader(clusters), vocabulary);
  const collectiveOf = createCollectiveReader(vocabulary);
  const localities = createLocalityReader(schema.gazetteer.places, vocabulary);
  const groupNounOf = createGroupNounReader(vocabulary);
  const relations = relationTable(schema.relationTypes);
  const events: EventReader = {
    words: reader,
    read(recognition, visit) {
      events.readSentences(recognition, (sentence, subjects) =>
        visit(sentence, subjects, candidatesOf(sentence, subjects, relations)),
      );
    },
    readSentences(recognition, visit) {
      const mentions = groupBySentence(
        withLocalities(
          recognition,
          withCollectives(withGroupNouns(recognition, groupNounOf), collectiveOf),
          localities,
        ),
      );
      const offices = groupBySentence(recognition.offices);
      const salience = countMentions(recognition);
      const sideOf = createSides(recognition);
      let topic: EntityMention | undefined;
      for (const { index } of recognition.document.sentences) {
        const own = mentions.get(index);
        if (!own) continue;
        const sentence = readSentence(
          recognition,
          index,
          own,
          offices.get(index) ?? [],
          lexicon,
          reader,
          salience,
          sideOf,
          topic,
        );
        const subjects = subjectsOf(sentence, topic !== undefined);
        visit(sentence, subjects);
        topic = topicAfter(sentence, subjects) ?? topic;
      }
    },
  };
  return events;
}

/** A text of fewer sentences names everything less often: its mentions count double. */
const SHORT_TEXT = 3;

function countMentions({ document, mentions }: Recognition): Map<string, number> {
  const weight = document.sentences.length < SHORT_TEXT ? 2 : 1;
  const counts = new Map<string, number>();
  for (const { entity } of mentions) counts.set(entity.id, (counts.get(entity.id) ?? 0) + weight);
  return counts;
}

function groupBySentence<T extends { readonly sentence: number }>(items: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) append(groups, item.sentence, item);
  return groups;
}

/**
 * The subject of a sentence's first verb is what the next one may leave unsaid. A sentence that goes on with the words
 * of a speaker ("وأضاف أن إيران تهدد ...") leaves him the topic, whoever acts in what he says.
 */
function topicAfter(
  { saying }: Sentence,
  subjects: ReadonlyMap<number, readonly [Phrase, number]>,
): EntityMention | undefined {
  let isFirst = true;
  for (const [verb, [phrase, slot]] of subjects) {
    if (isFirst && slot === SubjectSlot.Topic && saying.has(verb)) return undefined;
    isFirst = false;
    if (!phrase.implicit && (slot === SubjectSlot.AfterVerb || slot === SubjectSlot.BeforeVerb))
      return phrase.mention;
  }
  return undefined;
}

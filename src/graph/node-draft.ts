/** What is known of an entity while extractions are added, and the node that it becomes. */
import type { ArticleRecord, Entity, MentionedEntity, NodeAttributes } from '../model.js';
import { compare } from '../order.js';
import { nodeType } from '../schema/index.js';
import type { Schema } from '../schema/types.js';
import { DateRange } from './date-range.js';

export interface NodeDraft {
  entity: Entity;
  /** Mentions by article. */
  readonly mentions: Map<string, number>;
  /** Which articles use each name. */
  readonly names: Map<string, Set<string>>;
}

const MOST_ALIASES = 20;

export function newNodeDraft(entity: MentionedEntity): NodeDraft {
  return { entity: withoutMentions(entity), mentions: new Map(), names: new Map() };
}

/** Adds what an article says of the entity. */
export function addMentions(draft: NodeDraft, doc: string, entity: MentionedEntity): void {
  if (isBetter(entity, draft.entity)) draft.entity = withoutMentions(entity);
  draft.mentions.set(doc, Math.max(entity.mentions.length, draft.mentions.get(doc) ?? 0));
  let before: string | undefined;
  for (const { text, kind } of entity.mentions) {
    // An article mostly repeats one name.
    if ((kind !== 'name' && kind !== 'alias') || text === before) continue;
    before = text;
    const users = draft.names.get(text);
    if (users) users.add(doc);
    else draft.names.set(text, new Set([doc]));
  }
}

function withoutMentions(entity: MentionedEntity): Entity {
  const { mentions: _, ...rest } = entity;
  return rest;
}

/** Of two records of the same found entity, always the same one wins: known ones, then by label. */
function isBetter(candidate: Entity, current: Entity): boolean {
  if (candidate.known !== current.known) return candidate.known;
  if (candidate.label.ar === current.label.ar && candidate.label.en === current.label.en) return false;
  return JSON.stringify(candidate.label) < JSON.stringify(current.label);
}

export function toNode(
  { entity, mentions, names }: NodeDraft,
  articles: ReadonlyMap<string, ArticleRecord>,
  schema: Schema,
): NodeAttributes {
  let count = 0;
  const dates = new DateRange();
  for (const [doc, inArticle] of mentions) {
    count += inArticle;
    const date = articles.get(doc)?.date;
    if (date !== undefined) dates.add(date);
  }
  const node: NodeAttributes = {
    label: entity.label.ar,
    labelEn: entity.label.en,
    type: entity.type,
    aliases: aliasesOf(entity, names),
    known: entity.known,
    mentions: count,
    articles: mentions.size,
    degree: 0,
    pagerank: 0,
    community: 0,
    x: 0,
    y: 0,
    size: 0,
    color: nodeType(schema, entity.type).color.light,
  };
  // One by one: an object of many fields that is spread together becomes slow to read.
  if (entity.subtype !== undefined) node.subtype = entity.subtype;
  if (entity.iso !== undefined) node.iso = entity.iso;
  if (entity.wikidata !== undefined) node.wikidata = entity.wikidata;
  if (entity.coordinates) [node.latitude, node.longitude] = entity.coordinates;
  if (entity.country !== undefined) node.country = entity.country;
  if (entity.named === false) node.named = false;
  if (dates.first !== undefined) node.firstDate = dates.first;
  if (dates.last !== undefined) node.lastDate = dates.last;
  return node;
}

/** The gazetteer's other names, then those that most articles use. */
function aliasesOf({ aliases = [], label }: Entity, names: NodeDraft['names']): string[] {
  const found = [...names]
    .sort((a, b) => b[1].size - a[1].size || compare(a[0], b[0]))
    .slice(0, MOST_ALIASES)
    .map(([name]) => name);
  return [...new Set([...aliases, ...found])].filter(name => name !== label.ar && name !== label.en);
}

import type { Entity } from '../../model.js';
import type { BaseEntry, LeaderEntry, OfficeTerm, OrganizationEntry } from '../../schema/types.js';
import type { Recognition } from '../document.js';
import { listEntities } from './output.js';

/** How often an entity was named, and how. */
export interface Census {
  readonly entity: Entity;
  mentions: number;
  articles: number;
  /** Names as they stand in the articles, with how often. */
  readonly names: Map<string, number>;
  /** Offices that the articles give a leader. */
  readonly offices: Map<string, { readonly term: OfficeTerm; count: number }>;
}

export interface CensusTaker {
  readonly articles: number;
  readonly add: (recognition: Recognition) => void;
  /** Unknown entities first, the most mentioned first. */
  readonly rows: () => Census[];
}

/** Counts the entities of many articles. */
export function createCensus(): CensusTaker {
  const byId = new Map<string, Census>();
  let articles = 0;
  return {
    get articles() {
      return articles;
    },
    add: recognition => {
      articles++;
      for (const { mentions, ...entity } of listEntities(recognition)) {
        let row = byId.get(entity.id);
        if (!row) {
          row = { entity, mentions: 0, articles: 0, names: new Map(), offices: new Map() };
          byId.set(entity.id, row);
        }
        row.articles++;
        row.mentions += mentions.length;
        for (const { text } of mentions) row.names.set(text, (row.names.get(text) ?? 0) + 1);
      }
      for (const { holder, of, office } of recognition.offices) {
        const row = holder && byId.get(holder.entity.id);
        if (!row || !of) continue;
        const key = `${office.id} ${of.id}`;
        const known = row.offices.get(key);
        if (known) known.count++;
        else row.offices.set(key, { term: { office: office.id, of: of.id }, count: 1 });
      }
    },
    rows: () =>
      [...byId.values()].sort(
        (a, b) =>
          Number(a.entity.known) - Number(b.entity.known) ||
          b.mentions - a.mentions ||
          (a.entity.id < b.entity.id ? -1 : 1),
      ),
  };
}

/** The unknown ones as entries of the gazetteer's files, ready to be edited; `known` are ids that offices may be of. */
export function toGazetteer(
  rows: readonly Census[],
  known: ReadonlySet<string>,
): {
  readonly leaders: readonly LeaderEntry[];
  readonly organizations: readonly OrganizationEntry[];
  readonly bases: readonly BaseEntry[];
} {
  const unknown = rows.filter(({ entity }) => !entity.known);
  const leaders: LeaderEntry[] = [];
  const organizations: OrganizationEntry[] = [];
  const bases: BaseEntry[] = [];
  for (const row of unknown) {
    const { id, label, subtype, country } = row.entity;
    const aliases = { ar: [...row.names.keys()].filter(name => name !== label.ar), en: [] };
    // A single name is too little to go by without a cue.
    const full = { ar: aliases.ar.filter(name => /\s/.test(name)), en: [] };
    const short = { ar: aliases.ar.filter(name => !/\s/.test(name)), en: [] };
    const brief = short.ar.length > 0 ? { short } : {};
    const of = country === undefined ? {} : { country };
    if (row.entity.type === 'leader') {
      // Offices of bodies that are not in the gazetteer either would point nowhere.
      const offices = [...row.offices.values()]
        .map(({ term }) => term)
        .filter(({ of: body }) => known.has(body) && !/:[A-Z]{2}$/.test(body.replace(/^country:/, '')));
      leaders.push({ id, label, aliases: full, ...brief, ...of, offices });
    } else if (row.entity.type === 'organization')
      organizations.push({ id, subtype: subtype ?? 'other', label, aliases: full, ...of, ...brief });
    else if (row.entity.type === 'base' && row.entity.named !== false && country !== undefined)
      bases.push({ id, subtype: subtype ?? 'other', label, aliases, country, operators: [] });
  }
  return { leaders, organizations, bases };
}

/** What `graph-schema/` holds, as the code sees it after validation. */
import type { Bilingual } from '../model.js';

export interface NodeTypeDefinition {
  readonly type: string;
  readonly label: Bilingual;
  readonly plural: Bilingual;
  /** `#rrggbb`, for the light and the dark page. */
  readonly color: { readonly light: string; readonly dark: string };
  readonly subtypes: readonly { readonly id: string; readonly label: Bilingual }[];
}

export interface RelationTypeDefinition {
  readonly type: string;
  /** `state` holds for a while; `event` happens. */
  readonly kind: 'state' | 'event';
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly symmetric: boolean;
  readonly label: Bilingual;
  /** One sentence: what an edge of this type says. */
  readonly meaning: Bilingual;
  /** Groups relations for filters: office, membership, military, conflict, cooperation, diplomacy, pressure. */
  readonly group: string;
  /** PLOVER event type, and its Goldstein-like score from -10 (hostile) to 10 (cooperative). */
  readonly plover?: string;
  readonly score?: number;
  readonly wikidata?: string;
  /** True where the Wikidata property runs from object to subject. */
  readonly wikidataInverse?: boolean;
}

interface Names {
  readonly ar: readonly string[];
  readonly en: readonly string[];
}

export interface CountryEntry {
  /** `country:RU` */
  readonly id: string;
  /** ISO 3166-1 alpha-2 and alpha-3; XK and XKX for Kosovo. */
  readonly iso: string;
  readonly iso3: string;
  readonly wikidata?: string;
  readonly label: Bilingual;
  readonly aliases: Names;
  /** Arabic relative adjectives and demonyms, without the article. */
  readonly nisba: {
    readonly masculine: readonly string[];
    readonly feminine: readonly string[];
    readonly plural: readonly string[];
  };
  readonly capital?: {
    readonly label: Bilingual;
    readonly aliases: Names;
    readonly coordinates?: readonly [number, number];
  };
  /** Names that stand for the government: the Kremlin, the White House, Tel Aviv. */
  readonly seats: readonly Bilingual[];
  /**
   * Of all the Arabic forms above, those that are also other words or places (مالية is "financial" too, بروكسل the
   * European Union's seat): to be read as the country only where something near confirms it.
   */
  readonly ambiguous?: readonly string[];
  readonly coordinates: readonly [number, number];
  /** ISO alpha-2 codes of the countries it shares a land border with. */
  readonly neighbours: readonly string[];
}

/** A place in a hierarchy of power, as a leader held it. */
export interface OfficeTerm {
  /** Key of an entry in `offices.json`. */
  readonly office: string;
  /** Id of a country or organization. */
  readonly of: string;
  /** ISO dates, as exact as known: `2008-05-07`, `2008`. Absent `to`: still in office when the data was made. */
  readonly from?: string;
  readonly to?: string;
}

export interface LeaderEntry {
  /** `leader:vladimir-putin` */
  readonly id: string;
  readonly wikidata?: string;
  readonly label: Bilingual;
  /** Names that denote this person even alone: family names and variants that no other leader or word shares. */
  readonly aliases: Names;
  /** Short names that denote this person only beside a title or once the full name has been given. */
  readonly short?: Names;
  /** ISO alpha-2 of the country. */
  readonly country?: string;
  readonly offices: readonly OfficeTerm[];
  /** In the news without an office: the name is known so that it is taken for nobody else's, but it is no node. */
  readonly private?: boolean;
}

export interface OrganizationEntry {
  /** `org:nato` */
  readonly id: string;
  readonly wikidata?: string;
  readonly subtype: string;
  readonly label: Bilingual;
  readonly aliases: Names;
  /** ISO alpha-2 of the country whose nationality it has. */
  readonly country?: string;
  /** Id of the organization that it is part of. */
  readonly parent?: string;
  /** Names that need a cue: guillemets, or a word such as agency, newspaper, party before them. */
  readonly short?: Names;
}

export interface BaseEntry {
  /** `base:hmeimim` */
  readonly id: string;
  readonly wikidata?: string;
  readonly subtype: string;
  readonly label: Bilingual;
  readonly aliases: Names;
  /** ISO alpha-2 of the country whose territory it stands on. */
  readonly country: string;
  /** Ids of countries or organizations. */
  readonly operators: readonly string[];
  readonly coordinates?: readonly [number, number];
}

/** A kind of state body that every country may have: "ministry of defence", "army". */
export interface StateBodyEntry {
  /** `ministry-of-defence` */
  readonly id: string;
  readonly subtype: string;
  readonly label: Bilingual;
  /** Arabic names without the country, with variants: وزارة الدفاع. */
  readonly ar: readonly string[];
  /** Shorter names, read so only with a country's adjective or name after them: الخارجية in "الخارجية الروسية". */
  readonly short?: readonly string[];
  /** ISO codes of the only countries that have such a body; without it all have. */
  readonly only?: readonly string[];
  /** ISO codes of the countries whose body of this kind has its own entry among the organizations: US defence is the Pentagon. */
  readonly known?: Readonly<Record<string, string>>;
}

/** An office and the words for it. */
export interface OfficeEntry {
  /** `president`, `foreign-minister` */
  readonly id: string;
  /** Short English title: "foreign minister". */
  readonly label: Bilingual;
  /** Arabic titles without the article on the first word, masculine and feminine, with variants: وزير الخارجية, وزيرة الخارجية. */
  readonly ar: readonly string[];
  /** `state` offices name a country; `organization` offices name a body (secretary-general, spokesperson of). */
  readonly of: 'country' | 'organization' | 'any';
  /** The state body that its holder heads, if any: `ministry-of-foreign-affairs`. */
  readonly body?: string;
  /** True where one person holds it at a time, so that an unnamed holder can be found by date. */
  readonly unique: boolean;
}

/** A town or a region within one country: no node, but a sentence that names it speaks of the country. */
export interface PlaceEntry {
  /** `place:SY:منبج` */
  readonly id: string;
  /** ISO alpha-2 of the country that it lies in. */
  readonly country: string;
  /** Arabic names, the usual one first. Another country may have a place of the same name. */
  readonly names: readonly string[];
  /** Those of the names that are mostly something else (الباب): read only behind a word for places. */
  readonly ambiguous?: readonly string[];
}

export interface Gazetteer {
  readonly countries: readonly CountryEntry[];
  readonly leaders: readonly LeaderEntry[];
  readonly organizations: readonly OrganizationEntry[];
  readonly bases: readonly BaseEntry[];
  readonly stateBodies: readonly StateBodyEntry[];
  readonly offices: readonly OfficeEntry[];
  readonly places: readonly PlaceEntry[];
}

export interface Schema {
  readonly nodeTypes: readonly NodeTypeDefinition[];
  readonly relationTypes: readonly RelationTypeDefinition[];
  readonly gazetteer: Gazetteer;
  /** Predicate frames by language, see `predicates.schema.json`. */
  readonly predicates: Readonly<Record<string, readonly PredicateEntry[]>>;
}

/** Words that express a relation, with where their objects stand. */
export interface PredicateEntry {
  /** Relation type that they express. */
  readonly relation: string;
  /** Those of the words (of verbs, the past) that mean this relation and hardly anything else; by default all. */
  readonly core?: readonly string[];
  /** Principal parts of verbs: "زار يزور". */
  readonly verbs?: readonly string[];
  /** Nouns that name the event: "زيارة". */
  readonly nouns?: readonly string[];
  /** Nouns that name a thing or a group that is part of it: "قوات", "صواريخ", "عضو". */
  readonly things?: readonly string[];
  /**
   * Prepositions that tie by themselves the phrase right before them to the one after them: "داعش في سوريا".
   * A weak sign, which the trained model weighs.
   */
  readonly particles?: readonly string[];
  /** Participles and adjectives, masculine singular: "مجاور". */
  readonly participles?: readonly string[];
  /** Prepositions before the object of the verbs and of the nouns; "" for a direct object or a genitive. */
  readonly object?: { readonly verb?: readonly string[]; readonly noun?: readonly string[] };
  /** True where the grammatical subject is the relation's object: "استقبل" for a visit. */
  readonly swap?: boolean;
  /** The same, for the verbs only. */
  readonly swapVerbs?: boolean;
}

import type { SchemaFile } from './files.js';
import {
  BASES,
  COUNTRIES,
  LEADERS,
  NODE_TYPES,
  OFFICES,
  ORGANIZATIONS,
  PLACES,
  RELATION_TYPES,
  STATE_BODIES,
} from './files.js';
import type { Schema } from './types.js';

/** A reference that leads nowhere, or a name given twice. */
export interface ReferenceProblem {
  /** Path of the file, as in {@link SchemaFile}. */
  readonly file: string;
  /** The `id` or `type` of the entry. */
  readonly entry: string;
  /** JSON pointer inside the entry. */
  readonly pointer: string;
  readonly message: string;
}

/** What JSON Schema cannot say: whether what entries refer to exists. */
export function checkReferences(schema: Schema): readonly ReferenceProblem[] {
  const { countries, leaders, organizations, bases, stateBodies, offices, places } = schema.gazetteer;
  const isoCodes = new Set(countries.map(country => country.iso));
  const organizationIds = new Set(organizations.map(organization => organization.id));
  const countryIds = new Set(countries.map(country => country.id));
  const officeIds = new Set(offices.map(office => office.id));
  const bodyIds = new Set(stateBodies.map(body => body.id));
  const nodeTypes = new Set(schema.nodeTypes.map(definition => definition.type));
  const relationTypes = new Set(schema.relationTypes.map(definition => definition.type));
  const problems: ReferenceProblem[] = [];

  const check = (
    file: SchemaFile | string,
    entry: string,
    pointer: string,
    fine: boolean,
    message: string,
  ) => {
    if (!fine) problems.push({ file: typeof file === 'string' ? file : file.path, entry, pointer, message });
  };
  const isActor = (id: string) => countryIds.has(id) || organizationIds.has(id) || isBodyOfCountry(id);
  /** Bodies of the kinds in state-bodies.json have ids such as `org:ministry-of-defence:RU`. */
  const isBodyOfCountry = (id: string) => {
    const [, kind, iso] = /^org:(.+):([A-Z]{2})$/.exec(id) ?? [];
    return kind !== undefined && iso !== undefined && bodyIds.has(kind) && isoCodes.has(iso);
  };
  const hasSubtype = (type: string, subtype: string) =>
    schema.nodeTypes.some(
      definition => definition.type === type && definition.subtypes.some(({ id }) => id === subtype),
    );

  for (const { type, from, to } of schema.relationTypes)
    for (const [end, types] of Object.entries({ from, to }))
      types.forEach((name, index) => {
        check(
          RELATION_TYPES,
          type,
          `/${end}/${index}`,
          nodeTypes.has(name),
          noSuch('node type', name, NODE_TYPES),
        );
      });

  for (const { id, iso, neighbours } of countries) {
    check(COUNTRIES, id, '/iso', id === `country:${iso}`, `the id must be "country:${iso}", after its code.`);
    neighbours.forEach((other, index) => {
      check(COUNTRIES, id, `/neighbours/${index}`, isoCodes.has(other), noSuch('country', other, COUNTRIES));
    });
  }

  for (const { id, country, offices: terms } of leaders) {
    check(LEADERS, id, '/country', !country || isoCodes.has(country), noSuch('country', country, COUNTRIES));
    terms.forEach(({ office, of, from, to }, index) => {
      check(
        LEADERS,
        id,
        `/offices/${index}/office`,
        officeIds.has(office),
        noSuch('office', office, OFFICES),
      );
      check(
        LEADERS,
        id,
        `/offices/${index}/of`,
        isActor(of),
        noSuch('country or organization', of, ORGANIZATIONS),
      );
      const order = from === undefined || to === undefined || from <= to || to.startsWith(from);
      check(LEADERS, id, `/offices/${index}/to`, order, `ends (${to}) before it begins (${from}).`);
    });
  }

  for (const { id, country, parent, subtype } of organizations) {
    check(
      ORGANIZATIONS,
      id,
      '/country',
      !country || isoCodes.has(country),
      noSuch('country', country, COUNTRIES),
    );
    check(
      ORGANIZATIONS,
      id,
      '/parent',
      !parent || isActor(parent),
      noSuch('organization', parent, ORGANIZATIONS),
    );
    const known = hasSubtype('organization', subtype);
    check(ORGANIZATIONS, id, '/subtype', known, noSuch('subtype of organizations', subtype, NODE_TYPES));
  }

  for (const { id, country, operators, subtype } of bases) {
    check(BASES, id, '/country', isoCodes.has(country), noSuch('country', country, COUNTRIES));
    operators.forEach((operator, index) => {
      const message = noSuch('country or organization', operator, ORGANIZATIONS);
      check(BASES, id, `/operators/${index}`, isActor(operator), message);
    });
    check(
      BASES,
      id,
      '/subtype',
      hasSubtype('base', subtype),
      noSuch('subtype of bases', subtype, NODE_TYPES),
    );
  }

  for (const { id, known = {}, subtype } of stateBodies) {
    for (const [iso, organization] of Object.entries(known)) {
      check(STATE_BODIES, id, `/known/${iso}`, isoCodes.has(iso), noSuch('country', iso, COUNTRIES));
      const there = organizationIds.has(organization);
      check(STATE_BODIES, id, `/known/${iso}`, there, noSuch('organization', organization, ORGANIZATIONS));
    }
    const hasType = hasSubtype('organization', subtype);
    check(STATE_BODIES, id, '/subtype', hasType, noSuch('subtype of organizations', subtype, NODE_TYPES));
  }

  for (const { id, body } of offices)
    check(OFFICES, id, '/body', !body || bodyIds.has(body), noSuch('state body', body, STATE_BODIES));

  for (const { id, country } of places)
    check(PLACES, id, '/country', isoCodes.has(country), noSuch('country', country, COUNTRIES));

  for (const [language, entries] of Object.entries(schema.predicates))
    entries.forEach(({ relation }, index) => {
      const message = noSuch('relation type', relation, RELATION_TYPES);
      check(`predicates/${language}.json`, String(index), '/relation', relationTypes.has(relation), message);
    });

  return problems;
}

function noSuch(kind: string, name: string | undefined, file: SchemaFile): string {
  return `there is no ${kind} "${name}"; mend the name or add it to ${file.path}.`;
}

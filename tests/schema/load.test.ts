import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.js';
import { loadSchema } from '../../src/schema/index.js';

const made: string[] = [];
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true });
});

/** A user's schema folder with these files. */
function folder(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(join(tmpdir(), 'rawabit-schema-'));
  made.push(root);
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  return root;
}

function errorOf(files: Readonly<Record<string, unknown>>): string {
  const directory = folder(files);
  try {
    loadSchema({ directory });
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message.replaceAll(`${directory}/`, '');
  }
  throw new Error('loadSchema should have thrown');
}

const organization = {
  id: 'org:desert-falcons',
  subtype: 'armed-group',
  label: { ar: 'صقور الصحراء', en: 'Desert Falcons' },
  aliases: { ar: ['قوات صقور الصحراء'], en: [] },
  country: 'SY',
};

describe('the built-in schema', () => {
  test('fits its JSON Schemas, and all it refers to exists', () => {
    expect(() => loadSchema({ validateBase: true })).not.toThrow();
  });

  test('has something in every file', () => {
    const { gazetteer, predicates } = loadSchema();
    for (const [name, entries] of Object.entries(gazetteer)) expect(entries.length, name).toBeGreaterThan(0);
    expect(predicates.ar?.length).toBeGreaterThan(0);
  });

  test('loads quickly', () => {
    const start = performance.now();
    loadSchema();
    expect(performance.now() - start).toBeLessThan(300);
  });
});

describe("a user's schema folder", () => {
  test('adds entries to the gazetteer', () => {
    const { gazetteer } = loadSchema({
      directory: folder({ 'gazetteer/organizations.json': [organization] }),
    });
    expect(gazetteer.organizations.at(-1)).toEqual(organization);
    expect(gazetteer.organizations.length).toBe(loadSchema().gazetteer.organizations.length + 1);
  });

  test('changes the fields it gives of an entry that exists, and only those', () => {
    const change = {
      id: 'country:SY',
      label: { en: 'Syrian Arab Republic' },
      seats: [{ ar: 'المزة', en: 'Mezzeh' }],
    };
    const before = loadSchema().gazetteer.countries.find(entry => entry.id === 'country:SY');
    const { gazetteer } = loadSchema({ directory: folder({ 'gazetteer/countries.json': [change] }) });
    const after = gazetteer.countries.find(entry => entry.id === 'country:SY');
    expect(after).toEqual({
      ...before,
      label: { ar: 'سوريا', en: 'Syrian Arab Republic' },
      seats: change.seats,
    });
    expect(gazetteer.countries).toHaveLength(198);
  });

  test('adds node and relation types, and recolours those there are', () => {
    const directory = folder({
      'node-types.json': [
        { type: 'country', color: { light: '#123456' } },
        {
          type: 'ship',
          label: { ar: 'سفينة', en: 'Ship' },
          plural: { ar: 'السفن', en: 'Ships' },
          color: { light: '#334155', dark: '#cbd5e1' },
          subtypes: [],
        },
      ],
      'relation-types.json': [
        {
          type: 'sails_for',
          kind: 'state',
          from: ['ship'],
          to: ['country'],
          symmetric: false,
          label: { ar: 'تبحر لحساب', en: 'sails for' },
          meaning: { ar: 'ترفع السفينة علم الدولة.', en: 'The ship flies the flag of the country.' },
          group: 'military',
        },
      ],
      'predicates/ar.json': [{ relation: 'sails_for', verbs: ['أبحر يبحر'], object: { verb: ['ل'] } }],
    });
    const schema = loadSchema({ directory });
    const [country] = schema.nodeTypes;
    expect(country?.color).toEqual({ light: '#123456', dark: '#7aa7ff' });
    expect(schema.nodeTypes.map(({ type }) => type)).toContain('ship');
    expect(schema.relationTypes.at(-1)?.type).toBe('sails_for');
    expect(schema.predicates.ar?.at(-1)?.relation).toBe('sails_for');
    expect(schema.predicates.ar?.length).toBeGreaterThan(1);
  });

  test('may bring the predicates of another language', () => {
    const schema = loadSchema({
      directory: folder({ 'predicates/fa.json': [{ relation: 'visits', nouns: ['سفر'] }] }),
    });
    expect(Object.keys(schema.predicates)).toEqual(['ar', 'fa']);
  });

  test('may stand alone, in place of the built-in one', () => {
    const base = folder({ 'gazetteer/organizations.json': [{ ...organization, country: undefined }] });
    expect(() => loadSchema({ base })).toThrow(/organizations\.json:4 \(\/0\/subtype\).*node-types\.json/s);
  });
});

describe('an error in a schema folder names file, line, place and mend', () => {
  test('where a field is misspelt or missing', () => {
    const { aliases, ...rest } = organization;
    const message = errorOf({ 'gazetteer/organizations.json': [{ ...rest, alias: aliases }] });
    expect(message).toContain('gazetteer/organizations.json:2 (/0): the field "aliases" is missing.');
    expect(message).toContain('gazetteer/organizations.json:2 (/0): unknown field "alias"');
  });

  test('where a value has the wrong form', () => {
    const message = errorOf({ 'gazetteer/organizations.json': [{ ...organization, wikidata: '159' }] });
    expect(message).toMatch(
      /organizations\.json:16 \(\/0\/wikidata\): must match .*Wikidata item, such as Q159/,
    );
  });

  test('where a reference leads nowhere', () => {
    const leader = {
      id: 'leader:zayd-al-amiri',
      label: { ar: 'زيد العامري', en: 'Zayd al-Amiri' },
      aliases: { ar: [], en: [] },
      offices: [{ office: 'grand-wizard', of: 'org:desert-falcons', from: '2019', to: '2015' }],
    };
    const message = errorOf({ 'gazetteer/leaders.json': [leader] });
    expect(message).toContain(
      'gazetteer/leaders.json:14 (/0/offices/0/office): there is no office "grand-wizard"',
    );
    expect(message).toContain('(/0/offices/0/of): there is no country or organization "org:desert-falcons"');
    expect(message).toContain('(/0/offices/0/to): ends (2015) before it begins (2019)');
  });

  test('where a predicate expresses an unknown relation', () => {
    const message = errorOf({ 'predicates/ar.json': [{ relation: 'visits' }, { relation: 'vists' }] });
    expect(message).toMatch(/^predicates\/ar\.json:6 \(\/1\/relation\): there is no relation type "vists"/);
  });

  test('where an id is there twice', () => {
    const message = errorOf({ 'gazetteer/organizations.json': [organization, organization] });
    expect(message).toContain('(/1/id): "org:desert-falcons" is there twice');
  });

  test('where the JSON is broken, or no list', () => {
    expect(errorOf({ 'node-types.json': '[\n  {"type": "ship",}\n]' })).toMatch(
      /^node-types\.json:2: not well-formed JSON/,
    );
    expect(errorOf({ 'node-types.json': { type: 'ship' } })).toMatch(
      /^node-types\.json:1: this file must hold a list/,
    );
    expect(errorOf({ 'node-types.json': ['ship'] })).toMatch(
      /^node-types\.json:2 \(\/0\): each entry must be an object/,
    );
  });

  test('where a file has an unknown name, or the folder is empty or not there', () => {
    expect(errorOf({ 'gazeteer/countries.json': [] })).toMatch(
      /^gazeteer\/countries\.json: not a schema file.*gazetteer\/countries/,
    );
    expect(errorOf({ 'notes.txt': 'x' })).toMatch(/no schema file in this folder/);
    expect(() => loadSchema({ directory: '/nowhere/at/all' })).toThrow(/there is no such folder/);
  });
});

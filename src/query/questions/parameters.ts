/** The parameters of questions, described once for the HTTP API, its OpenAPI document and the assistants' tools. */
import { z } from 'zod';

/** A list, for which a query string gives one value or repeats the parameter. */
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  );

const name = z.string().min(1).max(200);
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be 2024, 2024-03 or 2024-03-12')
  .optional();

export const nameOrId = name.describe(
  'An id such as country:RU, or any name in Arabic or English, however spelled',
);

export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('Items in a page'),
  cursor: z.string().max(200).optional().describe('The `next` of the page before'),
};

/** How many statements to quote for each fact. */
export const evidenceCount = (standard: number) => ({
  evidence: z.coerce
    .number()
    .int()
    .min(0)
    .max(20)
    .default(standard)
    .describe('Statements to quote for each fact, oldest first'),
});

/** What narrows facts, beside their ends. */
export const tieFilter = {
  type: many(name).describe('Relation types, such as visits, attacks, holds_office'),
  polarity: z.enum(['affirmed', 'negated']).optional().describe('negated: articles say that it is not so'),
  modality: many(z.enum(['actual', 'planned', 'alleged', 'past'])).describe('How the fact is stated'),
  since: date.describe('Not before: 2024, 2024-03 or 2024-03-12'),
  until: date.describe('Not after'),
  source: many(name).describe('Newspapers or agencies that state it'),
  attribution: name.optional().describe('Who is quoted'),
  minSources: z.coerce.number().int().min(0).optional().describe('Independent texts at least'),
  minConfidence: z.coerce.number().min(0).max(1).optional().describe('Confidence at least, 0 to 1'),
};

export const endFilter = {
  subject: many(name).describe('Who does it: ids or names'),
  object: many(name).describe('To whom: ids or names'),
  either: many(name).describe('An entity at either end'),
};

export const entityFilter = {
  type: many(name).describe('country, leader, base, organization'),
  subtype: many(name).describe('Such as alliance, air-base'),
  country: many(name).describe('ISO code or name of a country'),
  contains: name.optional().describe('A part of any of its names'),
  minArticles: z.coerce.number().int().min(0).optional().describe('Articles that mention it at least'),
};

/** Without the parameters that were not given, so that optional ones are absent rather than undefined. */
export function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

import type { Article, Extraction } from '../model.js';

/** What an extraction says of its article. */
export function headOf({
  id,
  title,
  date,
  source,
  url,
  language,
  copies,
}: Article): Omit<Extraction, 'entities' | 'relations'> {
  return {
    doc: id,
    title,
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(url !== undefined && { url }),
    language,
    ...(copies !== undefined && { copies }),
  };
}

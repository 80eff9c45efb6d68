/** Answers in pages: so many items, and a cursor for the rest. */
import { createHash } from 'node:crypto';
import { UserError } from '../../errors.js';

export interface Page<T> {
  readonly items: readonly T[];
  /** Pass it to get the next page; absent on the last one. */
  readonly next?: string;
}

/**
 * One page of a lazy answer. A cursor belongs to its question: with another one it is refused, as it would
 * silently skip items. Throws a {@link UserError} (usage) for a cursor that is not of this question.
 */
export function paginate<T>(
  items: Iterable<T>,
  question: unknown,
  limit: number,
  cursor: string | undefined,
): Page<T> {
  const mark = createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12);
  const start = cursor === undefined ? 0 : offsetOf(cursor, mark);
  const found: T[] = [];
  let index = 0;
  for (const item of items) {
    if (index >= start + limit) {
      return { items: found, next: Buffer.from(`${start + limit}:${mark}`).toString('base64url') };
    }
    if (index >= start) found.push(item);
    index += 1;
  }
  return { items: found };
}

function offsetOf(cursor: string, mark: string): number {
  const [offset = '', of] = Buffer.from(cursor, 'base64url').toString('utf8').split(':');
  if (of !== mark || !/^\d{1,9}$/.test(offset)) {
    throw new UserError('This cursor does not belong to this question: ask again without it.', {
      usage: true,
    });
  }
  return Number(offset);
}

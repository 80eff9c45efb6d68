import type { Entry } from './read.js';

/**
 * Lays entries over a base: one whose name the base has changes the fields it gives (objects such as labels field
 * by field, lists as a whole), the others are added at the end. Entries without a name are only added.
 * The input stays as it is; `touched` holds the merged form of each entry of `over`, in its order.
 */
export function overlay(
  base: readonly Entry[],
  over: readonly Entry[],
  key: string,
): { readonly merged: readonly Entry[]; readonly touched: readonly Entry[] } {
  const merged = [...base];
  const places = new Map(base.map((entry, index) => [entry[key], index]));
  const touched = over.map(entry => {
    const name = entry[key];
    const place = name === undefined ? undefined : places.get(name);
    const result = place === undefined ? entry : (mergeValue(merged[place], entry) as Entry);
    if (place === undefined) {
      if (name !== undefined) places.set(name, merged.length);
      merged.push(result);
    } else merged[place] = result;
    return result;
  });
  return { merged, touched };
}

function mergeValue(old: unknown, value: unknown): unknown {
  if (!isObject(old) || !isObject(value)) return value;
  const changed = Object.entries(value).map(
    ([field, item]) => [field, mergeValue(old[field], item)] as const,
  );
  return { ...old, ...Object.fromEntries(changed) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

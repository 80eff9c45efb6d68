/** Adds an item to the list of a key, and returns the list. */
export function append<K, T>(map: Map<K, T[]>, key: K, item: T): T[] {
  const list = map.get(key);
  if (!list) {
    const first = [item];
    map.set(key, first);
    return first;
  }
  list.push(item);
  return list;
}

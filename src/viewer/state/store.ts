/** Holds the state, takes actions, tells those who draw. */
import { type Action, reduce } from './reduce.js';
import type { State } from './state.js';

export interface Store {
  get(): State;
  send(action: Action): void;
  /** Called after each change with the state before and after. Returns how to stop. */
  listen(listener: (now: State, before: State) => void): () => void;
}

export function createStore(start: State): Store {
  let state = start;
  const listeners = new Set<(now: State, before: State) => void>();
  return {
    get: () => state,
    send(action) {
      const before = state;
      state = reduce(state, action);
      if (state !== before) for (const listener of listeners) listener(state, before);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

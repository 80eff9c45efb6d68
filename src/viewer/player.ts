/** Plays the timeline: the chosen period moves through the days, then play ends. */
import type { Data } from './data/model.js';
import { windowOf } from './panels/timeline.js';
import type { Store } from './state/store.js';

const STEPS = 60;
const PAUSE = 350;

/** Returns what to call after each change of state. */
export function player(store: Store, data: Data): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function step(): void {
    timer = undefined;
    const span = windowOf(data);
    const { playing, filters } = store.get();
    if (!playing || !span) return;
    const days = span[1] - span[0] + 1;
    const time = filters.time ?? [span[0], span[0] + Math.max(0, Math.round(days / 8) - 1)];
    const length = time[1] - time[0];
    const stride = Math.max(1, Math.round(days / STEPS));
    const from = filters.time ? time[0] + stride : time[0];
    if (from > span[1]) {
      store.send({ do: 'play', on: false });
      store.send({ do: 'time', time: undefined });
      return;
    }
    store.send({ do: 'time', time: [from, from + length] });
  }

  return () => {
    if (!store.get().playing) {
      clearTimeout(timer);
      timer = undefined;
    } else timer ??= setTimeout(step, PAUSE);
  };
}

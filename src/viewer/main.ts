/** Starts the page: reads the data, makes the canvas, draws the panels, and joins them through the state. */
import { render } from 'preact';
import type { Payload } from '../export/html-rows.js';
import { decode } from './data/decode.js';
import { type Visible, visible } from './data/filters.js';
import type { Data } from './data/model.js';
import { readPayload } from './data/read-payload.js';
import { type SearchIndex, searchIndex } from './data/search.js';
import { deeds } from './deeds.js';
import { DARK, LIGHT, type Palette } from './draw/palette.js';
import { createStage, type Stage } from './draw/stage.js';
import { onKey } from './keys.js';
import { app, type Surroundings } from './panels/app.js';
import { nameOf, type Page, relationLabel } from './panels/page.js';
import { player } from './player.js';
import { readLink, writeLink } from './state/link.js';
import { initialState, type State } from './state/state.js';
import { createStore } from './state/store.js';
import { isolate } from './text/bidi.js';
import { translator } from './text/strings.js';

void readPayload().then(start);

function start(payload: Payload): void {
  const data = decode(payload);
  let searched: SearchIndex | undefined;
  const index = () => {
    searched ??= searchIndex(data);
    return searched;
  };
  const wide = window.innerWidth;
  const first = initialState({ small: wide <= 900, roomy: wide >= 1500, language: 'ar' });
  const restored = readLink(data, first, location.hash);
  const store = createStore(restored.state);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  const root = document.getElementById('app') as HTMLElement;
  let stage: Stage | undefined;
  let seen = seenOf(data, store.get(), undefined, undefined);
  let before = store.get();
  let ready = false;
  let around: Surroundings = {
    hasMap: data.nodes.some(node => node.coordinates),
    canDraw: true,
    message: '',
    tip: undefined,
  };

  const say = (message: string) => {
    around = { ...around, message };
    draw();
    if (message !== '') setTimeout(() => say(''), 2500);
  };
  const actions = deeds({
    data,
    store,
    stage: () => stage,
    seen: () => seen,
    palette: paletteNow,
    link,
    say,
  });
  const play = player(store, data);

  function paletteNow(): Palette {
    const { theme } = store.get();
    return theme === 'dark' || (theme === 'auto' && dark.matches) ? DARK : LIGHT;
  }

  function pageNow(): Page {
    const state = store.get();
    return {
      data,
      state,
      seen,
      index,
      palette: paletteNow(),
      t: translator(state.language),
      send: store.send,
      do: actions,
    };
  }

  function draw(): void {
    const page = pageNow();
    const { language } = page.state;
    const html = document.documentElement;
    html.lang = language;
    html.dir = language === 'ar' ? 'rtl' : 'ltr';
    html.dataset.theme = page.palette.dark ? 'dark' : 'light';
    render(app(page, around), root);
  }

  function link(): string {
    return writeLink(data, store.get(), store.get().view === 'table' ? undefined : stage?.gaze());
  }

  let linkTimer: ReturnType<typeof setTimeout> | undefined;
  function keepLink(): void {
    clearTimeout(linkTimer);
    linkTimer = setTimeout(() => history.replaceState(null, '', `#${link()}`), 250);
  }

  function update(): void {
    const state = store.get();
    const turned = before.selection !== state.selection;
    seen = seenOf(data, state, before, seen);
    before = state;
    draw();
    // Whoever came by a link that is gone with its page goes on from the top of the new one.
    if (turned && document.activeElement === document.body) document.getElementById('reader-body')?.focus();
    if (ready) {
      const shown = JSON.stringify(actions.drawn());
      stage?.show({ state, seen, palette: paletteNow(), still: still.matches });
      // What the canvas could not show is said on the page.
      if (JSON.stringify(actions.drawn()) !== shown) draw();
    }
    keepLink();
  }

  const endsOf = (number: number) => {
    const edge = data.edges[number];
    return edge ? [edge.source, edge.target] : [];
  };
  draw();
  try {
    stage = createStage(document.getElementById('stage') as HTMLElement, data, {
      select(item) {
        const { selection } = store.get();
        if (selection.kind === 'path' && item && 'node' in item) {
          const empty = selection.from === undefined ? { from: item.node } : { to: item.node };
          store.send({ do: 'select', selection: { ...selection, ...empty } });
        } else if (item === undefined) store.send({ do: 'select', selection: { kind: 'none' } });
        else if ('node' in item) store.send({ do: 'select', selection: { kind: 'node', node: item.node } });
        else store.send({ do: 'select', selection: { kind: 'edge', edge: item.edge } });
        // Where the panel covers the canvas, what was chosen comes into the part that is left.
        if (item && wide <= 900) actions.fit('node' in item ? [item.node] : endsOf(item.edge));
      },
      focus: node => store.send({ do: 'focus', focus: { node, steps: 1 } }),
      moved: keepLink,
      redrawn: draw,
      hover(item, at) {
        const edge = item && 'edge' in item ? data.edges[item.edge] : undefined;
        const page = pageNow();
        const end = (number: number) => isolate(nameOf(page, data.nodes[number]));
        const text = edge && `${end(edge.source)} — ${relationLabel(page, edge)} — ${end(edge.target)}`;
        around = { ...around, tip: text && at ? { text, x: at.x, y: at.y } : undefined };
        draw();
      },
    });
  } catch (error) {
    // Without WebGL the table still shows everything.
    console.warn('The canvas can not be drawn.', error);
    around = { ...around, canDraw: false };
    store.send({ do: 'view', view: 'table' });
  }
  store.listen(() => {
    update();
    play();
  });
  dark.addEventListener('change', update);
  window.addEventListener('hashchange', () => {
    if (location.hash.slice(1) === link()) return;
    const again = readLink(data, first, location.hash);
    store.send({ do: 'restore', state: again.state });
    if (again.gaze) stage?.look(again.gaze);
  });
  window.addEventListener('keydown', event => onKey(event, store));
  window.addEventListener('beforeprint', actions.beforePrint);
  window.addEventListener('afterprint', actions.afterPrint);
  update();
  const settled = stage ? stage.settled() : Promise.resolve();
  // The first picture waits for flags and letters: drawing twice takes longer.
  void settled.then(() => {
    ready = true;
    update();
    if (restored.gaze) stage?.look(restored.gaze);
    requestAnimationFrame(() => {
      root.dataset.ready = String(Math.round(performance.now()));
    });
  });
}

/** What remains visible, computed again only if something that decides it has changed. */
function seenOf(data: Data, state: State, before: State | undefined, seen: Visible | undefined): Visible {
  const same =
    before !== undefined &&
    before.filters === state.filters &&
    before.hidden === state.hidden &&
    before.pinned === state.pinned;
  return same && seen ? seen : visible(data, state);
}

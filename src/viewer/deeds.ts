/** What the reader can do beyond changing the state: move the camera, save, print, copy. */
import type { Visible } from './data/filters.js';
import type { Data } from './data/model.js';
import type { Palette } from './draw/palette.js';
import type { Stage } from './draw/stage.js';
import { edgesCsv, nodesCsv } from './keep/csv.js';
import { download, textFile } from './keep/download.js';
import type { Deeds } from './panels/page.js';
import type { Store } from './state/store.js';
import { translator } from './text/strings.js';

export interface DeedsInput {
  readonly data: Data;
  readonly store: Store;
  readonly stage: () => Stage | undefined;
  readonly seen: () => Visible;
  readonly palette: () => Palette;
  readonly link: () => string;
  readonly say: (message: string) => void;
}

export function deeds(input: DeedsInput): Deeds & { beforePrint(): void } {
  const { data, store, stage, seen } = input;
  const file = (end: string) => `${fileName(data.title)}.${end}`;
  return {
    zoom: factor => stage()?.zoom(factor),
    pan: (dx, dy) => stage()?.pan(dx, dy),
    fit: nodes => stage()?.fit(nodes),
    fly(node) {
      if (store.get().view === 'table') return;
      stage()?.fit([node, ...nearest(data, seen(), node)]);
    },
    save(format) {
      if (format === 'nodes.csv') download(file('nodes.csv'), textFile(nodesCsv(data, seen()), 'text/csv'));
      else if (format === 'edges.csv')
        download(file('edges.csv'), textFile(edgesCsv(data, seen()), 'text/csv'));
    },
    copyLink() {
      const { t } = { t: translator(store.get().language) };
      const address = `${location.href.split('#')[0]}#${input.link()}`;
      history.replaceState(null, '', `#${input.link()}`);
      void navigator.clipboard?.writeText(address).then(
        () => input.say(t('copied')),
        () => input.say(address),
      );
    },
    print: () => window.print(),
    beforePrint() {},
    drawn() {
      const scene = stage()?.scene();
      return { drawn: scene?.edges.length ?? 0, spared: scene?.spared ?? 0 };
    },
  };
}

/** The few nodes with the strongest ties to a node: the company in which to look at it. */
function nearest(data: Data, seen: Visible, node: number): number[] {
  return (data.edgesAt[node] ?? [])
    .flatMap(number => (seen.edges[number] ? (data.edges[number] ?? []) : []))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, 8)
    .map(edge => (edge.source === node ? edge.target : edge.source));
}

function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'rawabit'
  );
}

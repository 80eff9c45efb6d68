/** What the reader can do beyond changing the state: move the camera, save, print, copy. */
import { writeGexf } from '../export/gexf.js';
import { serializeGraph } from '../graph/serialize.js';
import type { Visible } from './data/filters.js';
import type { Data } from './data/model.js';
import type { Palette } from './draw/palette.js';
import type { Stage } from './draw/stage.js';
import { edgesCsv, nodesCsv } from './keep/csv.js';
import { download, textFile } from './keep/download.js';
import { withLegend } from './keep/png.js';
import { shownGraph } from './keep/shown-graph.js';
import { svg } from './keep/svg.js';
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

export function deeds(input: DeedsInput): Deeds & { beforePrint(): void; afterPrint(): void } {
  const { data, store, stage, seen } = input;
  const file = (end: string) => `${fileName(data.title)}.${end}`;
  return {
    zoom: factor => stage()?.zoom(factor),
    pan: (dx, dy) => stage()?.pan(dx, dy),
    fit: nodes => stage()?.fit(nodes),
    fly(node) {
      if (store.get().view === 'table' || seen().nodes[node] !== 1) return;
      stage()?.fit([node, ...nearest(data, seen(), node)]);
    },
    save(format) {
      const state = store.get();
      const canvas = stage();
      switch (format) {
        case 'nodes.csv':
          return download(file(format), textFile([nodesCsv(data, seen())], 'text/csv'));
        case 'edges.csv':
          return download(file(format), textFile([edgesCsv(data, seen())], 'text/csv'));
        case 'gexf':
          return download(
            file(format),
            textFile(writeGexf(shownGraph(data, seen()), data), 'application/xml'),
          );
        case 'json':
          return download(
            file(format),
            textFile(serializeGraph(shownGraph(data, seen())), 'application/json'),
          );
        case 'svg':
          if (!canvas) return;
          return download(
            file(format),
            textFile([svg(data, state, input.palette(), canvas.snapshot(), embeddedFont())], 'image/svg+xml'),
          );
        case 'png':
          if (!canvas) return;
          return withLegend(canvas.paint(), data, state, input.palette()).toBlob(
            picture => picture && download(file(format), picture),
          );
      }
    },
    copyLink() {
      const t = translator(store.get().language);
      const address = `${location.href.split('#')[0]}#${input.link()}`;
      history.replaceState(null, '', `#${input.link()}`);
      void navigator.clipboard?.writeText(address).then(
        () => input.say(t('copied')),
        () => input.say(address),
      );
    },
    print: () => window.print(),
    beforePrint() {
      // A WebGL canvas comes out of a printer empty; a painted one does not.
      const canvas = stage();
      if (!canvas || store.get().view === 'table') return;
      document.querySelector('.printed')?.remove();
      const picture = withLegend(canvas.paint(), data, store.get(), input.palette());
      picture.className = 'printed';
      document.getElementById('main')?.append(picture);
    },
    afterPrint: () => document.querySelector('.printed')?.remove(),
    drawn() {
      const scene = stage()?.scene();
      return {
        drawn: scene?.edges.length ?? 0,
        spared: scene?.spared ?? 0,
        unplaced: scene?.unplaced ?? 0,
      };
    },
  };
}

/** The page's own letters, for a drawing that leaves the page. */
function embeddedFont(): string {
  const rules = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]);
  return rules
    .filter(rule => rule instanceof CSSFontFaceRule)
    .map(rule => rule.cssText)
    .join('\n');
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

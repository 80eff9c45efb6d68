/** What the parts of the canvas share: sigma, the data, and what is on the canvas now. */
import type Sigma from 'sigma';
import type { Visible } from '../data/filters.js';
import type { Data } from '../data/model.js';
import type { State } from '../state/state.js';
import type { Palette } from './palette.js';
import type { Places } from './places.js';
import type { Emphasis, Hover, Scene } from './scene.js';

export interface StageInput {
  readonly state: State;
  readonly seen: Visible;
  readonly palette: Palette;
  readonly still: boolean;
}

/** What is on the canvas. Only the stage writes it. */
export interface Now {
  input: StageInput | undefined;
  scene: Scene | undefined;
  stress: Emphasis | undefined;
  hover: Hover;
  /** On a small canvas everything is smaller, so that there is still room between the nodes. */
  scale: number;
}

export interface Board {
  readonly container: HTMLElement;
  readonly data: Data;
  readonly sigma: Sigma;
  readonly places: Places;
  readonly now: Readonly<Now>;
}

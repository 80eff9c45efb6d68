/** The colours of the canvas, light and dark. The panels take theirs from the style sheet. */
import type { Data, EdgeItem, NodeItem } from '../data/model.js';
import { scoreOf } from '../data/tone.js';
import type { State } from '../state/state.js';

export interface Palette {
  readonly dark: boolean;
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly accent: string;
  readonly hostile: readonly [mild: string, strong: string];
  readonly neutral: string;
  readonly cooperative: readonly [mild: string, strong: string];
  readonly communities: readonly string[];
  readonly otherCommunity: string;
  readonly sea: string;
  readonly land: string;
  readonly border: string;
}

export const LIGHT: Palette = {
  dark: false,
  paper: '#faf9f6',
  ink: '#1c1f24',
  soft: '#5d636d',
  accent: '#0b6b6b',
  hostile: ['#d98a72', '#b3261e'],
  neutral: '#9a9fa8',
  cooperative: ['#6fa3cf', '#1f5fa8'],
  communities: [
    '#33658a',
    '#b5532a',
    '#5d7a34',
    '#7d4f8f',
    '#b0872a',
    '#2f8378',
    '#a8456b',
    '#5b5ea6',
    '#7a6248',
    '#4f7d9d',
  ],
  otherCommunity: '#9aa0a8',
  sea: '#eef1f2',
  land: '#fbfaf7',
  border: '#cfd2d0',
};

export const DARK: Palette = {
  dark: true,
  paper: '#14171c',
  ink: '#eceae5',
  soft: '#a3a9b4',
  accent: '#5cc4bd',
  hostile: ['#b9705c', '#f0705f'],
  neutral: '#6d7480',
  cooperative: ['#4f82b3', '#6cb0f2'],
  communities: [
    '#6ea4cf',
    '#e08e63',
    '#9dbb6c',
    '#c08fd1',
    '#dcb757',
    '#63bfb1',
    '#df7fa3',
    '#9598e0',
    '#b89b7c',
    '#86b6d6',
  ],
  otherCommunity: '#7c838e',
  sea: '#10141a',
  land: '#1d222a',
  border: '#343b46',
};

/** The colour of a tie by its tone: red for hostile, blue for cooperative (so that no eye is left out), grey for states. */
export function tieColor(data: Data, edge: EdgeItem, palette: Palette): string {
  const score = scoreOf(data, edge);
  if (score === undefined || edge.negated || Math.abs(score) < 1) return palette.neutral;
  const [mild, strong] = score < 0 ? palette.hostile : palette.cooperative;
  return mix(mild, strong, Math.min(1, Math.abs(score) / 7));
}

export function nodeColor(data: Data, node: NodeItem, state: State, palette: Palette): string {
  if (state.colouring === 'community') return communityColor(node.community, palette);
  const color = data.nodeTypes[node.type]?.color;
  return safeColor(palette.dark ? color?.dark : color?.light, palette.neutral);
}

export function communityColor(community: number, palette: Palette): string {
  return palette.communities[community] ?? palette.otherCommunity;
}

/** A colour from the schema, which a user may have written, or another where it is none. */
export function safeColor(color: string | undefined, otherwise: string): string {
  return color !== undefined && /^#[0-9a-f]{6}$/i.test(color) ? color : otherwise;
}

/** A colour `share` of the way from one to another. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  const mixed = a.map((channel, index) => Math.round(channel + ((b[index] ?? 0) - channel) * share));
  return `#${mixed.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour with an opacity of 0 to 1. */
export function withAlpha(color: string, alpha: number): string {
  return `${color}${Math.round(Math.min(1, Math.max(0, alpha)) * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

export function channels(color: string): number[] {
  return [1, 3, 5].map(start => Number.parseInt(color.slice(start, start + 2), 16));
}

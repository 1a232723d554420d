import type { Comparison } from '../../compare/schema/comparison.js';
import { counted } from '../prose.js';
import { documentHref } from './source.js';

export interface FrameCell {
  readonly source: string;
  /** "3 of 18"; empty where the source cues no such frame. */
  readonly share: string;
  readonly width: number;
  readonly cues: readonly { readonly text: string; readonly href: string }[];
}

export interface FrameProfile {
  readonly sources: readonly string[];
  readonly rows: readonly { readonly id: string; readonly name: string; readonly cells: readonly FrameCell[] }[];
  readonly summary: string;
}

const BAR_WIDTH = 80;

/** Generic frames × sources: how many of a source's sentences cue each, and by which words. */
export function frameProfile({ documents }: Comparison): FrameProfile {
  const covering = documents.filter(({ coverage }) => coverage === 'covered');
  const names = new Map(covering.flatMap(({ frames }) => frames.map(({ frame, name }) => [frame, name] as const)));
  const weight = (frame: string): number =>
    covering.reduce((sum, { frames }) => sum + (frames.find((each) => each.frame === frame)?.share ?? 0), 0);
  const rows = [...names].sort(([a], [b]) => weight(b) - weight(a) || (a < b ? -1 : 1));
  return {
    sources: covering.map(({ short }) => short),
    rows: rows.map(([id, name]) => ({
      id,
      name,
      cells: covering.map((document) => {
        const use = document.frames.find(({ frame }) => frame === id);
        return {
          source: document.short,
          share: use ? `${use.sentences.length} of ${document.counts.sentences}` : '',
          width: Math.round((use?.share ?? 0) * BAR_WIDTH),
          cues: (use?.sentences ?? []).flatMap(({ start, cues }) =>
            cues.map(({ text }) => ({ text, href: documentHref(document.id, start) })),
          ),
        };
      }),
    })),
    summary: names.size === 0 ? 'no frame is cued' : `${counted(names.size, 'frame')} cued`,
  };
}

import { z } from 'zod';
import { count, share, span } from './place.js';

/** How much of a source's passages one generic frame takes, and where (Boydstun et al. 2014). */
export const frameUseSchema = z.strictObject({
  frame: z.string().describe('key of lexicon/frames.yaml'),
  name: z.string(),
  share: share.describe('of its sentences on the topic that hold a cue of the frame'),
  sentences: z.array(
    z.strictObject({
      start: count.describe('of the sentence'),
      cues: z.array(z.strictObject(span)).min(1).describe('the first 24'),
    }),
  ),
});

export type FrameUse = z.infer<typeof frameUseSchema>;

import type { Refused } from '../page.js';
import { capital } from '../prose.js';

/** What stands over a form that was refused. */
export interface RefusedLine {
  readonly problem: string;
  readonly remedy: string;
}

export function refusedLine(refused: Refused | undefined): RefusedLine | null {
  return refused ? { problem: capital(refused.problem), remedy: capital(refused.remedy) } : null;
}

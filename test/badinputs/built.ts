import type * as connectionModule from '../../src/fuzz/connection.js';
import type * as runModule from '../../src/fuzz/run.js';
import type * as servedModule from '../../src/torture/served.js';

// A server in a process of its own runs compiled code.

const built = (name: string): string => new URL(`../../dist/${name}.js`, import.meta.url).pathname;

export const { serve } = (await import(built('torture/served'))) as typeof servedModule;
export const { pipeline } = (await import(built('fuzz/connection'))) as typeof connectionModule;
export const { fuzz } = (await import(built('fuzz/run'))) as typeof runModule;
export type Served = servedModule.Served;
export type Fuzzed = runModule.Fuzzed;

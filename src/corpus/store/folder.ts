import { isAbsolute, posix, resolve, win32 } from 'node:path';

/** The environment's variables that say where a user's data lives. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder that holds the store: `PARALLAX_DATA`, else the platform's own place for a user's data.
 * XDG's specification has a relative `XDG_DATA_HOME` ignored.
 */
export function dataFolder(environment: Environment, platform: NodeJS.Platform, home: string): string {
  const { PARALLAX_DATA, XDG_DATA_HOME, LOCALAPPDATA } = environment;
  if (PARALLAX_DATA) return isAbsolute(PARALLAX_DATA) ? PARALLAX_DATA : resolve(PARALLAX_DATA);
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Parallax');
  if (platform === 'win32') return win32.join(LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'Parallax');
  const data = XDG_DATA_HOME && posix.isAbsolute(XDG_DATA_HOME) ? XDG_DATA_HOME : posix.join(home, '.local', 'share');
  return posix.join(data, 'parallax');
}

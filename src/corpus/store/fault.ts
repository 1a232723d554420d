import { ParallaxError } from '../../text/error.js';

/** What SQLite or the disk refused, as an error a person can act on; anything else is passed on as it is. */
export function storeFault(error: unknown): unknown {
  if (error instanceof ParallaxError) return error;
  const code = codeOf(error);
  if (/^SQLITE_FULL|^SQLITE_IOERR_SHM(?:SIZE|MAP)|^ENOSPC|^EDQUOT/.test(code))
    return new ParallaxError('store-full', 'there is no room left for the store', 'free some space and try again');
  if (/^SQLITE_READONLY|^EROFS|^EACCES|^EPERM|^SQLITE_CANTOPEN/.test(code)) return readOnly();
  if (/^SQLITE_CORRUPT|^SQLITE_NOTADB/.test(code))
    return new ParallaxError(
      'store-corrupt',
      'the store is damaged',
      'stop Parallax and start it again; it will say how to restore a backup',
    );
  if (/^SQLITE_(?:IOERR|BUSY|LOCKED|PROTOCOL|NOMEM|NOLFS)|^E[A-Z0-9]+$/.test(code))
    return new ParallaxError('store-fault', `the store cannot be reached (${code})`, 'check its disk and try again');
  // Two things in one place: an undone deletion meets what came after it.
  if (code.startsWith('SQLITE_CONSTRAINT'))
    return new ParallaxError('conflict', 'something else has taken its place since', 'look at it as it is now');
  return error;
}

/** By its fields: the driver keeps the error class of whoever loaded it first, which may have been another context. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

export function readOnly(): ParallaxError {
  return new ParallaxError(
    'store-read-only',
    'the store’s folder cannot be written',
    'give write permission, or set PARALLAX_DATA to another folder; reading goes on',
  );
}

import { join } from 'node:path';

/** Where a store's files are: one database, its lock beside it, its backups below. */
export interface StoreFiles {
  readonly folder: string;
  readonly database: string;
  readonly lock: string;
  readonly backups: string;
}

export function storeFiles(folder: string): StoreFiles {
  return {
    folder,
    database: join(folder, 'parallax.sqlite'),
    lock: join(folder, 'parallax.lock'),
    backups: join(folder, 'backups'),
  };
}

import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openStore } from '../../../src/corpus/store/store.js';
import { newFolder, removeFolders } from './sample.js';

afterAll(removeFolders);

describe('says what is in the way where it cannot be, and makes nothing:', () => {
  test.each<[string, (folder: string) => string, RegExp]>([
    [
      'a folder that the system does not let be made',
      () => '/proc/nope/data',
      /^the folder \/proc\/nope cannot be made$/,
    ],
    ['a device', () => '/dev/null', /^\/dev\/null is no folder$/],
    ['below a file', (folder) => join(touched(folder, 'file'), 'data'), /file is no folder$/],
    ['a link to nothing', (folder) => linked(folder), /link is no folder$/],
    [
      'a folder where the database should be',
      (folder) => below(folder, 'parallax.sqlite'),
      /parallax\.sqlite is no file$/,
    ],
    ['a folder where the lock should be', (folder) => below(folder, 'parallax.lock'), /parallax\.lock is no file$/],
    ['a file where the backups should be', (folder) => dirname(touched(folder, 'backups')), /backups is no folder$/],
  ])('%s', async (_, spoil, problem) => {
    await expect(openStore(spoil(newFolder()))).rejects.toMatchObject({
      code: 'store-fault',
      problem: expect.stringMatching(problem),
    });
  });

  function touched(folder: string, name: string): string {
    writeFileSync(join(folder, name), '');
    return join(folder, name);
  }

  function below(folder: string, name: string): string {
    mkdirSync(join(folder, name));
    return folder;
  }

  function linked(folder: string): string {
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
    return join(folder, 'link');
  }
});

test('makes every folder on the way that is missing, for its owner alone', async () => {
  const folder = join(newFolder(), 'a', 'b');
  (await openStore(folder)).close();
  expect([statSync(folder).mode & 0o777, statSync(dirname(folder)).mode & 0o777]).toEqual([0o700, 0o700]);
});

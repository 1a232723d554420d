import { afterAll, expect, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import request from 'supertest';
import { openCorpora } from '../../src/corpus/corpora.js';
import { openSeedLibrary } from '../../src/corpus/seed-library.js';
import { openStore } from '../../src/corpus/store/store.js';
import { createApp } from '../../src/web/app.js';
import { countingParts } from '../corpus/seeded.js';
import { clock, newFolder, removeFolders } from '../corpus/store/sample.js';
import { turns } from '../../src/web/turns.js';
import { RENTS } from './own.js';

afterAll(removeFolders);

test('large bodies are read two at a time, and who goes away holds up nobody', async () => {
  const turn = turns(2);
  const responses = Array.from({ length: 5 }, () => Object.assign(new EventEmitter(), { closed: false }));
  const begun: number[] = [];
  for (const [index, response] of responses.entries())
    void turn(response as unknown as ServerResponse).then(() => begun.push(index));
  const end = async (index: number): Promise<void> => {
    const response = responses[index];
    if (response) response.closed = true;
    response?.emit('close');
    await new Promise(setImmediate);
  };
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1]);
  await end(2);
  await end(0);
  expect(begun).toEqual([0, 1, 2, 3]);
  await end(1);
  await end(3);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test('a store without room answers 507 and says what to do; reading goes on', async () => {
  const store = await openStore(newFolder(), { now: clock(), mostPages: 60 });
  const corpora = openCorpora(store, countingParts().parts);
  const app = createApp(openSeedLibrary(), { corpora });
  const { answer } = await store.createCorpus('Full');
  const text = `${RENTS} `.repeat(2_000);
  const full = await request(app).post(`/corpora/${answer}/documents`).set('Host', 'localhost').send({ text });
  expect([full.status, full.body]).toMatchObject([507, { error: { code: 'store-full', remedy: expect.any(String) } }]);
  const page = await request(app).get(`/corpora/${answer}`).set('Host', 'localhost');
  expect([page.status, page.text.includes('No documents yet')]).toEqual([200, true]);
  await corpora.close();
});

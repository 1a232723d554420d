import { createHash } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Library } from '../corpus/library.js';
import { loadAssets, type Asset } from './assets.js';
import { errorPage } from './error-page.js';
import { dress, gate } from './gate.js';
import { corpusPage } from './pages/corpus.js';
import { documentPage } from './pages/document.js';
import { methodPage } from './pages/method.js';
import { namesPage } from './pages/names.js';
import { schemaPage } from './pages/schema.js';
import { sheetPage, sheetStyle, typedSheetPage, typedSheetStyle } from './pages/sheet.js';
import { termPage, termsPage } from './pages/terms.js';
import { topicPage, typedTopicPage } from './pages/topic.js';
import { Refusal } from './refusal.js';
import { viewSources } from './render.js';
import { formatOfAddress, pageServer } from './serve.js';

export interface AppOptions {
  /** A further host name to answer to, beside the loopback's own. */
  readonly host?: string | undefined;
  /** Where a fault that is nobody's request is told; standard error by default. */
  readonly onFault?: ((error: unknown) => void) | undefined;
}

/** A library → its pages. Every route stands here; `.json` and `.csv` behind a path give the same in that form. */
export function createApp(library: Library, { host, onFault = tellFault }: AppOptions = {}): Express {
  const assets = loadAssets();
  const build = buildHash([...assets.byUrl.keys(), ...viewSources()]);
  const { kept, page } = pageServer(library, assets, build);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);

  app.use(gate(host));
  app.use(kept);
  app.use(dress);
  app.get('/assets/:name', (request, response, next) => {
    const asset = assets.byUrl.get(request.path);
    if (asset) sendAsset(response, asset);
    else next();
  });
  app.use(formatOfAddress);

  app.get(['/', '/index'], page(corpusPage));
  app.get('/topics', page(typedTopicPage));
  app.get('/topics/sheet', page(typedSheetPage));
  app.get('/topics/sheet.css', page(typedSheetStyle));
  app.get('/topics/:id', page(topicPage));
  app.get('/topics/:id/sheet', page(sheetPage));
  app.get('/topics/:id/sheet.css', page(sheetStyle));
  app.get('/documents/:id', page(documentPage));
  app.get('/terms', page(termsPage));
  app.get('/terms/:device/*entry', page(termPage));
  app.get('/names', page(namesPage));
  app.get('/method', page(methodPage));
  app.get('/schema/comparison-2.json', page(schemaPage));

  app.use(() => {
    throw new Refusal(404, 'nothing stands at this address', 'go back to the topics, or type one of your own');
  });
  const onError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (response.headersSent) next(error);
    else errorPage(error, response, assets, library, onFault);
  };
  app.use(onError);
  return app;
}

function sendAsset(response: express.Response, { type, body }: Asset): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

function buildHash(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(source);
  return hash.digest('hex').slice(0, 8);
}

function tellFault(error: unknown): void {
  process.stderr.write(
    `parallax: a page could not be made: ${error instanceof Error ? error.message : String(error)}\n`,
  );
}

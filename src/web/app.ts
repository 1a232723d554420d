import { createHash } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Corpora } from '../corpus/corpora.js';
import type { Parsers } from '../corpus/import/parser-process.js';
import type { Library } from '../corpus/library.js';
import { acting } from './act.js';
import { createCorpus, deleteCorpus, renameCorpus, undoAct } from './acts/corpora.js';
import { addDocuments, correctDocument, deleteDocument } from './acts/documents.js';
import { deleteDispute, saveDispute } from './acts/disputes.js';
import { deleteEntry, saveEntry } from './acts/entries.js';
import { reviewImport, startImport } from './acts/import.js';
import { onMarks } from './acts/on-marks.js';
import { addName, deleteName, saveName } from './acts/names.js';
import { deletePin, savePin } from './acts/pins.js';
import { addTopic, deleteTopic, saveTopic } from './acts/topics.js';
import { loadAssets, type Asset } from './assets.js';
import { body } from './body.js';
import { openDrafts } from './drafts.js';
import { errorPage } from './error-page.js';
import { dress, gate } from './gate.js';
import { logged, type Log } from './log.js';
import { actsPage } from './pages/acts.js';
import { corporaPage } from './pages/corpora.js';
import { correctionsPage } from './pages/corrections.js';
import { corpusPage } from './pages/corpus.js';
import { disputePage } from './pages/dispute.js';
import { documentIsThere, documentPage } from './pages/document.js';
import { documentsPage } from './pages/documents.js';
import { editPage } from './pages/edit-document.js';
import { entriesPage, entryPage } from './pages/entries.js';
import { importPage, reviewPage } from './pages/import.js';
import { methodPage } from './pages/method.js';
import { nameEditorPage, namesEditorPage } from './pages/names-editor.js';
import { namesPage } from './pages/names.js';
import { ownCorpusPage } from './pages/own-corpus.js';
import { pinPage } from './pages/pin.js';
import { schemaPage } from './pages/schema.js';
import { searchPage } from './pages/search.js';
import { sheetPage, sheetStyle, typedSheetPage, typedSheetStyle } from './pages/sheet.js';
import { suggestionsPage } from './pages/suggestions.js';
import { topicEditorPage } from './pages/topic-editor.js';
import { termPage, termsPage } from './pages/terms.js';
import { topicIsThere, topicPage, typedTopicPage } from './pages/topic.js';
import { Refusal } from './refusal.js';
import { viewSources } from './render.js';
import { formatOfAddress, pageServer, type Server } from './serve.js';

export interface AppOptions {
  /** The reader's own corpora; without them the built-in one alone is served, and nothing is written. */
  readonly corpora?: Corpora | undefined;
  /** A further host name to answer to, beside the loopback's own. */
  readonly host?: string | undefined;
  /** Where a fault that is nobody's request is told; standard error by default. */
  readonly onFault?: ((error: unknown) => void) | undefined;
  /** Processes that files are parsed in; the program's own by default. */
  readonly parsers?: Parsers | undefined;
  /** Told of each answer. */
  readonly log?: Log | undefined;
}

/** A library → its pages. Every route stands here; `.json` and `.csv` behind a path give the same in that form. */
export function createApp(
  library: Library,
  { corpora, host, onFault = tellFault, log, parsers }: AppOptions = {},
): Express {
  const assets = loadAssets();
  const build = buildHash([...assets.byUrl.keys(), ...viewSources()]);
  const drafts = openDrafts();
  const pages = pageServer({ library, assets, build, corpora, drafts });
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);

  if (log) app.use(logged(log));
  app.use(gate({ host, writes: corpora !== undefined }));
  app.use(pages.kept);
  app.use(dress);
  app.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json({ status: 'ok' });
  });
  app.get('/assets/:name', (request, response, next) => {
    const asset = assets.byUrl.get(request.path);
    if (asset) sendAsset(response, asset);
    else next();
  });
  app.use(formatOfAddress);

  app.get(['/', '/index'], pages.page(corpusPage));
  app.get('/schema/comparison-2.json', pages.page(schemaPage));
  comparisonRoutes(app, '', pages.page);
  if (corpora) {
    const act = acting({ corpora, drafts, parsers, show: pages.show });
    corpusRoutes(app, pages, act);
    editorRoutes(app, pages, act);
    comparisonRoutes(app, OWN, pages.stored);
  }

  app.post('/*any', (_request, response) => {
    response.setHeader('Connection', 'close');
    throw new Refusal(404, 'nothing can be written at this address', 'make the change on its own page');
  });
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

const OWN = '/corpora/:corpus';

/** What every corpus has, the built-in one and a reader's own. */
function comparisonRoutes(app: Express, root: string, page: Server['stored']): void {
  app.get(`${root}/topics`, page(typedTopicPage));
  app.get(`${root}/topics/sheet`, page(typedSheetPage));
  app.get(`${root}/topics/sheet.css`, page(typedSheetStyle));
  app.get(`${root}/topics/:id`, page(topicPage, topicIsThere));
  app.get(`${root}/topics/:id/sheet`, page(sheetPage, topicIsThere));
  app.get(`${root}/topics/:id/sheet.css`, page(sheetStyle, topicIsThere));
  app.get(`${root}/documents/:id`, page(documentPage, documentIsThere));
  app.get(`${root}/terms`, page(termsPage));
  app.get(`${root}/terms/:device/*entry`, page(termPage));
  app.get(`${root}/names`, page(namesPage));
  app.get(`${root}/method`, page(methodPage));
}

/** What only a reader's own corpora have. */
function corpusRoutes(app: Express, { page, listed }: Server, act: ReturnType<typeof acting>): void {
  app.get('/corpora', page(corporaPage));
  app.post('/corpora', body, act(createCorpus, corporaPage));

  app.get([OWN, `${OWN}/index`], listed(ownCorpusPage));
  app.post(`${OWN}/rename`, body, act(renameCorpus, ownCorpusPage));
  app.post(`${OWN}/delete`, body, act(deleteCorpus, ownCorpusPage));
  app.get(`${OWN}/acts`, listed(actsPage));
  app.post(`${OWN}/undo`, body, act(undoAct, actsPage));
  app.get(`${OWN}/search`, listed(searchPage));

  app.get(`${OWN}/import`, listed(importPage));
  app.post(`${OWN}/import`, body, act(startImport, importPage));
  app.get(`${OWN}/import/:draft`, listed(reviewPage));
  app.post(`${OWN}/import/:draft`, body, act(reviewImport, reviewPage));

  app.get(`${OWN}/documents`, listed(documentsPage));
  app.post(`${OWN}/documents`, body, act(addDocuments));
  app.get(`${OWN}/documents/:id/edit`, listed(editPage));
  app.post(`${OWN}/documents/:id`, body, act(correctDocument, editPage));
  app.post(`${OWN}/documents/:id/delete`, body, act(deleteDocument, editPage));
}

/** What a reader adds to a corpus beside documents: topics, names, terms, and corrections by hand. */
function editorRoutes(app: Express, { stored, listed }: Server, act: ReturnType<typeof acting>): void {
  app.get(`${OWN}/suggestions`, stored(suggestionsPage));
  app.get(`${OWN}/topics/new`, stored(topicEditorPage));
  app.post(`${OWN}/topics`, body, act(addTopic, topicEditorPage));
  app.get(`${OWN}/topics/:id/edit`, stored(topicEditorPage, topicIsThere));
  app.post(`${OWN}/topics/:id`, body, act(saveTopic, topicEditorPage));
  app.post(`${OWN}/topics/:id/delete`, body, act(deleteTopic, topicEditorPage));

  app.get(`${OWN}/names/edit`, stored(namesEditorPage));
  app.get(`${OWN}/names/new`, stored(nameEditorPage));
  app.post(`${OWN}/names`, body, act(addName, nameEditorPage));
  app.get(`${OWN}/names/:id/edit`, stored(nameEditorPage));
  app.post(`${OWN}/names/:id`, body, act(saveName, nameEditorPage));
  app.post(`${OWN}/names/:id/delete`, body, act(deleteName, nameEditorPage));

  app.get(`${OWN}/entries`, listed(entriesPage));
  app.get(`${OWN}/entries/new`, listed(entryPage));
  app.post(`${OWN}/entries`, body, act(saveEntry, entryPage));
  app.get(`${OWN}/entries/:device/:id/edit`, listed(entryPage));
  app.post(`${OWN}/entries/:device/:id/delete`, body, act(deleteEntry, entryPage));

  app.get(`${OWN}/corrections`, stored(correctionsPage));
  app.get(`${OWN}/pins/new`, stored(pinPage));
  app.post(`${OWN}/pins`, body, act(savePin, pinPage));
  app.post(`${OWN}/pins/delete`, body, act(deletePin, correctionsPage));
  app.get(`${OWN}/disputes/new`, stored(disputePage));
  app.post(`${OWN}/disputes`, body, act(onMarks(saveDispute), disputePage));
  app.post(`${OWN}/disputes/delete`, body, act(deleteDispute, correctionsPage));
}

function sendAsset(response: express.Response, { type, body: bytes }: Asset): void {
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
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

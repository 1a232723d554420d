import { z } from 'zod';
import { failedExamples } from '../../devices/lexicon/examples.js';
import { openNames, type Referent } from '../../devices/referent.js';
import type { Act, ActRequest } from '../act.js';
import { readBody, seen } from '../body.js';
import { NAME_FORM, referentOfFields } from '../editors/name-form.js';
import { fault, newId } from '../editors/topic-form.js';
import { Refusal } from '../refusal.js';

/** `POST /corpora/:corpus/names`: a referent with its labels, behind the others. */
export const addName: Act = async (request) => {
  const { seen: seenRevision, ...fields } = readBody(NAME_FORM, request.body);
  const others = await referentsOf(request);
  const id = newId(
    fields.name,
    others.map((each) => each.id),
    'name',
  );
  return saved(request, referentOfFields(id, fields), others, seenRevision, 201);
};

/** `POST /corpora/:corpus/names/:id` */
export const saveName: Act = async (request) => {
  const { seen: seenRevision, ...fields } = readBody(NAME_FORM, request.body);
  const others = await referentsOf(request);
  const id = request.params.id ?? '';
  if (!others.some((each) => each.id === id)) throw noName(id);
  return saved(request, referentOfFields(id, fields), others, seenRevision, 200);
};

/** `POST /corpora/:corpus/names/:id/delete` */
export const deleteName: Act = async (request) => {
  const { store, corpus, params, body } = request;
  const { seen: seenRevision } = readBody(z.looseObject({ seen }), body);
  const others = await referentsOf(request);
  const kept = others.filter(({ id }) => id !== params.id);
  const { revision } = await store.save(corpus, 'names', kept, { seen: seenRevision });
  return { to: '/names/edit', json: { corpus, name: params.id, revision } };
};

async function saved(
  { corpora, store, corpus }: ActRequest,
  referent: Referent,
  others: readonly Referent[],
  seenRevision: number | undefined,
  status: 200 | 201,
) {
  if (referent.of !== undefined && (referent.of === referent.id || !others.some(({ id }) => id === referent.of)))
    throw fault('it stands for a name that is not in the list', 'choose one of the list');
  const isNew = !others.some(({ id }) => id === referent.id);
  const referents = isNew ? [...others, referent] : others.map((each) => (each.id === referent.id ? referent : each));
  checkTerms(referent, referents);
  checkExamples(referent, referents, corpora.lexicon);
  const { revision } = await store.save(corpus, 'names', referents, { seen: seenRevision });
  return { to: '/names/edit', status, json: { corpus, name: referent, revision } } as const;
}

/** A term names one referent: the seeds' names are held to the same. */
function checkTerms({ id, labels }: Referent, referents: readonly Referent[]): void {
  const taken = new Map(
    referents.flatMap((other) =>
      other.id === id ? [] : other.labels.flatMap(({ terms }) => terms.map((term) => [term, other.name] as const)),
    ),
  );
  const own = new Set<string>();
  for (const term of labels.flatMap(({ terms }) => terms)) {
    if (taken.has(term))
      throw fault(`“${term}” is a label of ${taken.get(term) ?? 'another name'} already`, 'keep it in one');
    if (own.has(term)) throw fault(`“${term}” stands in two labels`, 'keep it in one');
    own.add(term);
  }
}

function checkExamples(
  { id }: Referent,
  referents: readonly Referent[],
  lexicon: Parameters<typeof failedExamples>[1],
): void {
  const names = openNames(referents, lexicon.inflect);
  for (const entry of names.entries) {
    if (entry.category !== id || !entry.contested) continue;
    const [failed] = failedExamples(entry, lexicon, names);
    if (failed)
      throw fault(
        `“${entry.label ?? ''}”: “${failed.example}” should mark [${failed.expected.join(' | ')}], marks [${failed.found.join(' | ')}]`,
        'mend the words or the example',
      );
  }
}

async function referentsOf({ store, corpus }: Pick<ActRequest, 'store' | 'corpus'>): Promise<readonly Referent[]> {
  const [names] = await store.list(corpus, 'names');
  return names?.value ?? [];
}

export function noName(id: string): Refusal {
  return new Refusal(404, `there is no name “${id.slice(0, 60)}”`, 'choose one from the list of names');
}

import { z } from 'zod';
import { namesShape, check } from '../../corpus/store/shapes.js';
import { REFERENT_KINDS, type Label, type Referent } from '../../devices/referent.js';
import { many, seen } from '../body.js';
import { linesOf, listOf } from './entry-form.js';
import { fault } from './topic-form.js';

// One referent as a form writes it. Labels are repeated fields, in one order; a label with an empty name is no label.

const text = z.string().default('');
const each = many.default([]);
export const NAME_FORM = z.strictObject({
  name: text,
  kind: text,
  of: text,
  label: each,
  terms: each,
  contested: each,
  why: each,
  source: each,
  finds: each,
  ignores: each,
  seen,
});

export type NameFields = Omit<z.output<typeof NAME_FORM>, 'seen'>;

export interface LabelFields {
  readonly label: string;
  readonly terms: string;
  readonly contested: string;
  readonly why: string;
  readonly source: string;
  readonly finds: string;
  readonly ignores: string;
}

export const NO_LABEL: LabelFields = {
  label: '',
  terms: '',
  contested: 'no',
  why: '',
  source: '',
  finds: '',
  ignores: '',
};

/** What a label that takes no side says of itself where its form leaves it open. */
const PLAIN = 'A name in common use.';

/** @throws {ParallaxError} `bad-input`, naming the label and what does not fit */
export function referentOfFields(id: string, fields: NameFields): Referent {
  const kind = REFERENT_KINDS.find((known) => known === fields.kind);
  if (!kind) throw fault('the name has no kind', `choose one of ${REFERENT_KINDS.join(', ')}`);
  const name = fields.name.trim();
  if (name === '') throw fault('the name is empty', 'write what pages should call it');
  const labels = labelsOfFields(fields)
    .filter(({ label }) => label.trim() !== '')
    .map(labelOfFields);
  if (labels.length === 0) throw fault('the name has no label', 'write at least one word by which texts call it');
  const referent = { id, name, kind, ...(fields.of === '' ? {} : { of: fields.of }), labels };
  const [checked] = check(namesShape, [referent], 'the names');
  return checked ?? referent;
}

function labelOfFields(fields: LabelFields): Label {
  const label = fields.label.trim();
  const contested = fields.contested === 'yes';
  const finds = linesOf(fields.finds);
  const ignores = linesOf(fields.ignores);
  if (contested && fields.why.trim() === '')
    throw fault(`“${label.slice(0, 60)}” takes a side and says not why`, 'write what choosing it does');
  if (contested && (finds.length === 0 || ignores.length === 0))
    throw fault(
      `“${label.slice(0, 60)}” takes a side and has no examples`,
      'write a sentence in which it is marked, in [brackets], and one in which it is not',
    );
  const terms = listOf(fields.terms.toLowerCase());
  return {
    label,
    terms: terms.length > 0 ? terms : [label.toLowerCase()],
    contested,
    why: fields.why.trim() || PLAIN,
    source: fields.source.trim() || 'usage',
    finds,
    ignores,
  };
}

export function labelsOfFields({ label, terms, contested, why, source, finds, ignores }: NameFields): LabelFields[] {
  return label.map((name, at) => ({
    label: name,
    terms: terms[at] ?? '',
    contested: contested[at] ?? 'no',
    why: why[at] ?? '',
    source: source[at] ?? '',
    finds: finds[at] ?? '',
    ignores: ignores[at] ?? '',
  }));
}

export function fieldsOfLabel({ label, terms, contested, why, source, finds, ignores }: Label): LabelFields {
  return {
    label,
    terms: terms.join(', '),
    contested: contested ? 'yes' : 'no',
    why,
    source,
    finds: finds.join('\n'),
    ignores: ignores.join('\n'),
  };
}

import { z } from 'zod';
import { absenceSchema, count, span } from './place.js';

export const FACT_KINDS = ['date', 'count', 'share', 'money', 'person', 'body', 'place', 'accusation'] as const;
export const FACT_STATES = ['states', 'differs', 'only-here', 'absent'] as const;

const statedValue = z.strictObject({
  value: z
    .string()
    .describe(
      'the value in one form. Numbers: 295, >10, >=3, <40, <=40, ~600000 (about), 10..15, 12.5%, 800000000 USD. Dates: 2023-11-16, 2020-11, 2020; --05 and --11-08 where no year is told; 2010/2015, 2020/.. (since), ../2020 (until). Names: a referent’s id, or the name’s words. Accusations: accuser > accused, with “not” before them where it is said not to be made',
    ),
  ...span,
  sentence: count.describe('start of the sentence that holds it'),
});

/** A checkable detail of the topic and what each document says of it. */
export const factSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(FACT_KINDS),
  what: z
    .string()
    .describe('what it is a value of, in the words of the texts: “senators”, “Baku Initiative Group created”'),
  cells: z
    .array(
      z.strictObject({
        document: z.string(),
        is: z
          .enum(FACT_STATES)
          .describe(
            'states: says it, and most sources that say it of the same thing agree; its place may lie outside the passages on the topic, and where no other cell says it, its value stands in another article of another thing. differs: gives another value of the same thing. only-here: no other article says it. absent: the whole article does not say it of this thing, though the value may stand there of another',
          ),
        values: z.array(statedValue),
        absent: absenceSchema.omit({ document: true }).nullable(),
      }),
    )
    .describe('one a document that speaks of the topic, by document id'),
});

export type Fact = z.infer<typeof factSchema>;
export type FactCell = Fact['cells'][number];
export type FactKind = Fact['kind'];
export type StatedValue = z.infer<typeof statedValue>;

import type { Purge } from '../corpus/store/purge-plan.js';
import { ParallaxError } from '../text/error.js';
import { flag, write } from './options.js';
import { counted, shown } from './shown.js';
import { refuseBuiltIn, withStore } from './store.js';

/** `parallax purge`: makes what was deleted go for good; without --yes it says what would go. */
export async function purgeAsked(corpus: string | undefined, options: unknown): Promise<void> {
  if ((corpus === undefined) !== flag(options, 'allDeleted'))
    throw new ParallaxError('bad-option', 'purge needs either a corpus or --all-deleted', 'give one of them');
  if (corpus !== undefined) refuseBuiltIn(corpus);
  const isMeant = flag(options, 'yes');
  await withStore(async (store) => {
    const gone = isMeant ? await store.purge(corpus) : await store.purgeable(corpus);
    if (gone.corpora.length === 0 && gone.documents.length === 0) {
      await write('nothing that was deleted is kept\n');
      return;
    }
    await write([isMeant ? 'purged, which cannot be undone:\n' : 'would be purged:\n', ...linesOf(gone)].join(''));
    await write(backupLines(store.backups()).join(''));
    if (!isMeant) throw new ParallaxError('bad-option', 'a purge cannot be undone', 'look at the list and give --yes');
  });
}

function linesOf({ corpora, documents, texts }: Purge): string[] {
  return [
    ...corpora.map(
      ({ id, title, documents: count, heldBy }) =>
        `  corpus ${id}, ${shown(title)}: ${counted(count, 'document')}${stay(heldBy)}\n`,
    ),
    ...documents.map(
      ({ corpus, id, name, heldBy }) => `  document ${id} of ${corpus}, ${shown(name)}${stay(heldBy)}\n`,
    ),
    `  ${counted(texts, 'text')} in all, with originals, analyses and words of the search\n`,
  ];
}

/** Who purges for confidentiality must know where a text is left. */
function stay(heldBy: readonly string[]): string {
  return heldBy.length === 0 ? '' : `; what ${heldBy.join(', ')} holds as well stays`;
}

function backupLines(backups: readonly string[]): string[] {
  if (backups.length === 0) return [];
  return [
    'backups are copies and stay as they are; delete those that were written before, if the texts must go from them too:\n',
    ...backups.map((file) => `  ${file}\n`),
  ];
}

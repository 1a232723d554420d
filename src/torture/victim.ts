import { openStore } from '../corpus/store/store.js';
import { chance } from './chance.js';
import { madeDocument } from './made-document.js';
import { withSteps } from './steps.js';

// `node victim.js FOLDER SEED STEPS FIRST`: works on a store until it is killed, says what it is about to do and what it
// was told is done. A pipe takes a line at once, so what was said before the kill is known after it.
const [folder = '', seed = '1', steps = '0', first = '0'] = process.argv.slice(2);
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const random = chance(Number(seed));
say('try open');
const store = await openStore(folder, { migrations: withSteps(Number(steps), say) });
const [corpus] = await store.listCorpora();
const id = corpus?.id ?? (await store.createCorpus('Torture')).answer;
say('done open');
let next = Number(first);

for (;;) {
  const what = random();
  if (what < 0.6) {
    const numbers = Array.from({ length: 1 + Math.floor(random() * 6) }, () => next++);
    say(`try add ${numbers.join(' ')}`);
    await store.addDocuments(
      id,
      numbers.map((number) => madeDocument(number)),
    );
    say(`done add ${numbers.join(' ')}`);
  } else if (what < 0.9) {
    const { documents } = await store.listDocuments(id, { limit: 500 });
    const document = documents[Math.floor(random() * documents.length)];
    const number = document?.title?.is.split(' ')[1];
    if (!document || number === undefined) continue;
    say(`try delete ${number}`);
    const { revision } = await store.deleteDocuments(id, [document.id]);
    say(`done delete ${number}`);
    if (random() < 0.5) {
      say(`try undo ${number}`);
      await store.undo(id, revision);
      say(`done undo ${number}`);
    }
  } else {
    say('try backup');
    store.backup();
    say('done backup');
  }
}

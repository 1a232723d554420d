// Files dropped on a form join those chosen in its field. Without this script the field alone takes them.

for (const zone of document.querySelectorAll('form.drop')) takeDrops(zone);

// A file dropped beside the form would take the page's place, and what was typed with it.
for (const type of ['dragover', 'drop'])
  window.addEventListener(type, (event) => {
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  });

function takeDrops(zone) {
  const field = zone.querySelector('input[type=file]');
  const list = zone.querySelector('.chosen');
  zone.classList.add('ready');
  zone.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    zone.classList.add('over');
  });
  zone.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!zone.contains(relatedTarget)) zone.classList.remove('over');
  });
  zone.addEventListener('drop', async (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.classList.remove('over');
    const dropped = await filesOf(event.dataTransfer);
    field.files = together([...field.files, ...dropped]);
    list.replaceChildren(...told([...field.files]));
  });
  field.addEventListener('change', () => list.replaceChildren(...told([...field.files])));
  // A browser that comes back to the page may have kept what was chosen.
  list.replaceChildren(...told([...field.files]));
}

function hasFiles({ dataTransfer }) {
  return dataTransfer !== null && dataTransfer.types.includes('Files');
}

/** Entries are to be had only before the event is over; what is inside a folder comes later. */
async function filesOf({ items }) {
  const found = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => {
      const entry = item.webkitGetAsEntry();
      return entry?.isDirectory ? filesIn(entry) : [item.getAsFile()];
    });
  return (await Promise.all(found)).flat().filter((file) => file !== null);
}

/** The files of a folder and of those in it, without hidden ones; one that cannot be read is left out. */
async function filesIn(entry) {
  if (entry.name.startsWith('.')) return [];
  if (!entry.isDirectory) return [await new Promise((done) => entry.file(done, () => done(null)))];
  const reader = entry.createReader();
  const files = [];
  // A reader gives a hundred entries at a time, and none at the end.
  for (;;) {
    const entries = await new Promise((done) => reader.readEntries(done, () => done([])));
    if (entries.length === 0) return files;
    for (const each of entries) files.push(...(await filesIn(each)));
  }
}

/** The same file given twice is one. */
function together(files) {
  const transfer = new DataTransfer();
  const known = new Set();
  for (const file of files) {
    const key = `${file.name} ${file.size} ${file.lastModified}`;
    if (!known.has(key)) transfer.items.add(file);
    known.add(key);
  }
  return transfer.files;
}

function told(files) {
  if (files.length === 0) return [];
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const sum = document.createElement('p');
  sum.textContent = `${files.length === 1 ? '1 file' : `${files.length} files`}, ${sizeOf(bytes)}`;
  const names = document.createElement('ul');
  names.append(
    ...files.map(({ name, size }) => {
      const line = document.createElement('li');
      line.textContent = `${name}, ${sizeOf(size)}`;
      return line;
    }),
  );
  return [sum, names];
}

function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const [unit, value] = bytes < 1024 * 1024 ? ['KB', bytes / 1024] : ['MB', bytes / (1024 * 1024)];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

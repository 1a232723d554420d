// What each document gives a topic, shown while its cues are being written. Without this script the button shows it.

/** So long after the last key the preview is asked for. */
const PAUSE_MS = 400;

for (const form of document.querySelectorAll('form.editor')) followTyping(form);

function followTyping(form) {
  const button = form.querySelector('button[formmethod=get]');
  let waiting;
  let asked = new AbortController();
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    waiting = setTimeout(() => void show(form, button.formAction, signal), PAUSE_MS);
  });
}

/** The page that the button leads to, of which only what it gives and what it refuses is taken over. */
async function show(form, address, signal) {
  try {
    const answer = await fetch(`${address}?${new URLSearchParams(new FormData(form))}`, { signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    take(page, 'refused', (made) => form.before(made));
    take(page, 'given', (made) => form.after(made));
  } catch {
    // Another key was pressed, or the server is gone: what stands there stays, and the button is left.
  }
}

function take(page, id, place) {
  const made = page.getElementById(id);
  const there = document.getElementById(id);
  if (made && there) there.replaceWith(made);
  else if (made) place(made);
  else there?.remove();
}

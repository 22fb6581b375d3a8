/** The copy buttons of a page: commands alone, as shown, and a word that it worked. */

/** Milliseconds for which a button says that it has copied. */
const SAID = 1600;

const region = document.createElement('p');
region.className = 'sr-only';
region.setAttribute('role', 'status');
document.body.append(region);

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('[data-copy]');
  const code = button?.closest('.command')?.querySelector('code');
  if (!button || !code) return;
  void write(code.textContent ?? '').then((done) => say(button, done));
});

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeBySelection(text);
  }
}

/** For pages served without TLS, where the clipboard API is missing. */
function writeBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'sr-only';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

function say(button: HTMLButtonElement, done: boolean): void {
  button.classList.add(done ? 'copied' : 'not-copied');
  const word = button.querySelector('.copy-word');
  if (word) word.textContent = done ? 'Copied' : 'Press Ctrl+C';
  region.textContent = done ? 'Copied' : 'Could not copy; select the text and press Ctrl+C';
  setTimeout(() => {
    button.classList.remove('copied', 'not-copied');
    if (word) word.textContent = 'Copy';
    region.textContent = '';
  }, SAID);
}

export {};

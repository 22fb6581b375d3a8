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
  void write(code).then((done) => say(button, done));
});

/** Where the clipboard cannot be written, as on pages served without TLS, the text is selected for the reader's own Ctrl+C. */
async function write(code: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}

function say(button: HTMLButtonElement, done: boolean): void {
  button.classList.add(done ? 'copied' : 'not-copied');
  const word = button.querySelector('.copy-word');
  if (word) word.textContent = done ? 'Copied' : 'Press Ctrl+C';
  region.textContent = done ? 'Copied' : 'Selected: press Ctrl+C to copy';
  setTimeout(() => {
    button.classList.remove('copied', 'not-copied');
    if (word) word.textContent = 'Copy';
    region.textContent = '';
  }, SAID);
}

export {};

/** Light or dark: the reader's choice is kept, and until there is one the system's setting is followed. */
const KEY = 'starlight-theme';
const system = matchMedia('(prefers-color-scheme: light)');

function show(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-toggle]')) {
  button.addEventListener('click', () => {
    const next = document.documentElement.dataset.theme === 'light' ? 'dark' : 'light';
    show(next);
    localStorage.setItem(KEY, next);
  });
}

system.addEventListener('change', () => {
  if (!localStorage.getItem(KEY)) show(system.matches ? 'light' : 'dark');
});

export {};

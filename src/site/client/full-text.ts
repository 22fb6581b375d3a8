/** Full-text search over the pages. Given only words that a reader typed or chose: their letters decide what is fetched. */
export interface PageFound {
  url: string;
  title: string;
  /** The part of the page that answers; empty for the page as a whole. */
  part: string;
  /** Pieces of the excerpt; `true` for words that were looked for. */
  excerpt: [text: string, marked: boolean][];
}

interface PagefindResult {
  data(): Promise<{
    url: string;
    meta: Record<string, string>;
    excerpt: string;
    sub_results: { title: string; url: string; excerpt: string }[];
  }>;
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(words: string): Promise<{ results: PagefindResult[] }>;
}

/** UTF-16 code units. Anything longer is no question but a log. */
const LONGEST = 120;

let loading: Promise<Pagefind> | null = null;

function load(base: string): Promise<Pagefind> {
  loading ??= (async () => {
    const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
    await pagefind.options({ baseUrl: base, excerptLength: 24 });
    return pagefind;
  })();
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

export const isQuestion = (text: string): boolean =>
  text.trim().length > 1 && text.length <= LONGEST && !text.trim().includes('\n');

/** @throws When the page index cannot be loaded. */
export async function searchPages(words: string, base: string, most: number): Promise<PageFound[]> {
  const pagefind = await load(base);
  const { results } = await pagefind.search(words.trim());
  return Promise.all(
    results.slice(0, most).map(async (result) => {
      const { url, meta, excerpt, sub_results } = await result.data();
      const best = sub_results[0];
      const title = meta.title ?? url;
      return {
        url: (best?.url ?? url).replace(/#_top$/, ''),
        title,
        part: best && best.title !== title ? best.title.replace(/#$/, '') : '',
        excerpt: pieces(best?.excerpt ?? excerpt),
      };
    }),
  );
}

/** Takes the text out of the excerpt's markup, and nothing else. */
function pieces(markup: string): [string, boolean][] {
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  return [...body.childNodes].map((node) => [node.textContent ?? '', node.nodeName === 'MARK']);
}

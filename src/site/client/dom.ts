/** Elements from code. Text is always set as text: nothing that was pasted is ever read as markup. */
type Child = Node | string | null | undefined | false | readonly Child[];

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | false | null | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  for (const child of (children as unknown[]).flat(Number.POSITIVE_INFINITY) as (
    | Node
    | string
    | null
    | undefined
    | false
  )[])
    if (child) element.append(child);
  return element;
}

/** An icon that some page element already shows, copied. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({
    class: 'icon',
    viewBox: '0 0 20 20',
    width: '18',
    height: '18',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const COPY_ICON = 'M7.5 7.5h8v9h-8zM12.5 7.5v-4h-8v9h3';

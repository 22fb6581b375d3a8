/** Marks, in the page's contents, the section that is being read. */
const links = new Map<Element, HTMLAnchorElement>();
for (const link of document.querySelectorAll<HTMLAnchorElement>('.page-contents a')) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) links.set(target, link);
}

function mark(): void {
  const line = innerHeight * 0.25;
  let reading: HTMLAnchorElement | undefined;
  for (const [target, link] of links) {
    if (reading === undefined || target.getBoundingClientRect().top <= line) reading = link;
  }
  for (const link of links.values()) {
    if (link === reading) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

if (links.size > 0) {
  let queued = false;
  const later = (): void => {
    if (queued) return;
    queued = true;
    requestAnimationFrame(() => {
      queued = false;
      mark();
    });
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  mark();
}

export {};

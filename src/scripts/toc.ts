/** Marks in the table of contents the heading that is being read: the last one above the upper third of the window. */
export function startContents(): void {
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.toc .contents a'))
    links.set(link.hash.slice(1), link);
  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h2, h3)[id]')].filter(({ id }) =>
    links.has(id),
  );
  const mark = (): void => {
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    for (const [id, link] of links) {
      if (id === current?.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  if (!CSS.supports('animation-timeline: scroll()')) {
    const header = document.querySelector<HTMLElement>('[data-progress]');
    const move = (): void => {
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
      header?.style.setProperty('--read', String(scrollTop / Math.max(1, scrollHeight - clientHeight)));
    };
    addEventListener('scroll', move, { passive: true });
  }
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' });
  for (const heading of headings) observer.observe(heading);
}

import css from '../styles/search.css?inline';
import { counted } from '../typography/french.ts';
import { hitsOf, type Hit, type Pagefind } from './search-hits.ts';

/**
 * The results under the field: a combobox with a list, as the ARIA Authoring Practices describe it. The focus stays in
 * the field; the arrows choose, Enter goes there, Escape closes.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
const DELAY = 100;
const field = document.querySelector<HTMLInputElement>('[data-search] input');
const root = document.querySelector<HTMLAnchorElement>('.brand')?.href ?? '/';
const engine = (import(/* @vite-ignore */ `${root}pagefind/pagefind.js`) as Promise<Pagefind>).catch(() => undefined);

if (field !== null) start(field);

function start(field: HTMLInputElement): void {
  document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
  const box = Object.assign(document.createElement('div'), { className: 'found', hidden: true });
  const status = Object.assign(document.createElement('p'), { role: 'status' });
  const list = Object.assign(document.createElement('ul'), { id: 'trouve', role: 'listbox', ariaLabel: 'Résultats' });
  box.append(status, list);
  field.closest('header')?.append(box);
  field.autocomplete = 'off';
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
  }))
    field.setAttribute(name, value);

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('li')];
  const show = (shown: boolean): void => {
    box.hidden = !shown;
    field.setAttribute('aria-expanded', String(shown && list.childElementCount > 0));
    if (!shown) choose(undefined);
  };
  function choose(chosen: HTMLElement | undefined): void {
    for (const option of options()) option.setAttribute('aria-selected', String(option === chosen));
    if (chosen === undefined) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', chosen.id);
    chosen?.scrollIntoView({ block: 'nearest' });
  }
  const search = async (): Promise<void> => {
    const term = field.value.trim();
    if (term === '') {
      list.replaceChildren();
      show(false);
      return;
    }
    const found = await (await engine)?.debouncedSearch(term, {}, DELAY).catch(() => undefined);
    // Another key has come meanwhile.
    if (found === null) return;
    const hits = found === undefined ? [] : await hitsOf(found);
    if (field.value.trim() !== term) return;
    status.textContent =
      found === undefined ? 'La recherche n’est là que dans le site publié.' : toldOf(hits.length, term);
    list.replaceChildren(...hits.map(optionOf));
    show(document.activeElement === field);
  };

  field.addEventListener('input', () => void search());
  field.addEventListener('focus', () => void search());
  field.addEventListener('blur', () => show(false));
  field.addEventListener('keydown', (event) => {
    const all = options();
    const at = all.findIndex(({ ariaSelected }) => ariaSelected === 'true');
    if (event.key === 'ArrowDown') choose(all[(at + 1) % all.length]);
    else if (event.key === 'ArrowUp') choose(all.at(at === -1 ? -1 : at - 1));
    else if (event.key === 'Enter') go(all[Math.max(0, at)]);
    else if (event.key === 'Escape') {
      if (box.hidden) field.blur();
      show(false);
    } else return;
    event.preventDefault();
  });
  // The field keeps the focus, or its list would be gone before the click.
  box.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => go((target as Element).closest<HTMLElement>('li') ?? undefined));
  void search();

  function go(option: HTMLElement | undefined): void {
    const url = option?.dataset['url'];
    if (url === undefined) return;
    field.blur();
    location.assign(url);
  }
}

function optionOf({ url, title, place, excerpt }: Hit, index: number): HTMLElement {
  const option = Object.assign(document.createElement('li'), {
    id: `trouve-${index}`,
    role: 'option',
    ariaSelected: 'false',
  });
  option.dataset['url'] = url;
  const heading = Object.assign(document.createElement('strong'), { textContent: title });
  const where = Object.assign(document.createElement('small'), { textContent: place });
  // Escaped by pagefind, but for the `<mark>` round what was found.
  const text = Object.assign(document.createElement('span'), { innerHTML: excerpt });
  option.append(heading, where);
  if (text.textContent !== `${title}.`) option.append(text);
  return option;
}

function toldOf(count: number, term: string): string {
  return `${count === 0 ? 'Rien' : counted(count, 'résultat')} pour «\u00A0${term}\u00A0»`;
}

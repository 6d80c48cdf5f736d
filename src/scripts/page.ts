import './theme.ts';
import { startCopying } from './copy.ts';
import { startFinishing } from './finished.ts';
import { startContents } from './toc.ts';

startCopying();
startContents();
startFinishing();

// What nobody needs in the first second comes when the page is there.
let early: HTMLElement | undefined;
const keep = ({ target }: Event): void => {
  early = (target instanceof Element ? target.closest<HTMLElement>('[data-replay]') : null) ?? undefined;
};
document.addEventListener('click', keep);
const later = document.querySelector<HTMLElement>('main')?.dataset['later'];
addEventListener('load', () => {
  if (later === undefined) return;
  void import(/* @vite-ignore */ later).then(() => {
    document.removeEventListener('click', keep);
    early?.click();
  });
});

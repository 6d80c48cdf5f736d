import './theme.ts';
import { startCopying } from './copy.ts';
import { startFinishing } from './finished.ts';
import { startContents } from './toc.ts';

startCopying();
startContents();
startFinishing();

// What nobody needs in the first second comes when the page is there.
const later = document.querySelector<HTMLElement>('main')?.dataset['later'];
addEventListener('load', () => {
  if (later !== undefined) void import(/* @vite-ignore */ later);
});

import './theme.ts';
import { startFinishing } from './finished.ts';
import { startSearchField } from './search-field.ts';
import { startContents } from './toc.ts';

startContents();
startFinishing();
startSearchField();

// What nobody needs in the first second comes when the page is there.
const later = document.querySelector<HTMLElement>('main')?.dataset['later'];
addEventListener('load', () => {
  if (later !== undefined) void import(/* @vite-ignore */ later);
});

import { Stage } from './stage.ts';
import { keptToken } from './token.ts';

const { lecon = '', preuve = '' } = document.querySelector<HTMLElement>('script[data-preuve]')?.dataset ?? {};

// A printed deck has no bridge.
if (!/[?&]print-pdf\b/i.test(location.search)) new Stage({ lesson: lecon, hash: preuve }, keptToken());

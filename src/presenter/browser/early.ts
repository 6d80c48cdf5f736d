import { keepToken, openWindows, type WindowMessage } from './token.ts';

/**
 * Runs before all else of the document: takes the token out of the address before anybody reads it there, reveal.js
 * and the history included (`#jeton=TOKEN`, `#jeton=TOKEN&/3`). Older windows of a bridge that was started again get
 * the new one.
 */
const [found, token] = /^#jeton=([\w-]{43})/.exec(location.hash) ?? [];
if (found !== undefined && token !== undefined) {
  const slide = location.hash.slice(found.length).replace(/^&/, '#');
  history.replaceState(history.state, '', location.pathname + location.search + slide);
  keepToken(token);
  const windows = openWindows();
  const [, lesson = ''] = /([^/]+)\/diapos\/$/.exec(location.pathname) ?? [];
  windows.postMessage({ token, lesson } satisfies WindowMessage);
  windows.close();
}

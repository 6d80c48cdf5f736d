const DATE = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const SPACE = '\u00A0';

/** @returns « 23 nov. 2026 », from an ISO 8601 date, in UTC; insécable */
export function frenchDate(iso: string): string {
  return DATE.format(new Date(iso)).replaceAll(' ', SPACE);
}

/** @returns « 0,3 s », « 12 s », « 2 min 05 s », from milliseconds; insécable */
export function frenchDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 0.1) return `<${SPACE}0,1${SPACE}s`;
  if (seconds < 9.95) return `${seconds.toFixed(1).replace('.', ',')}${SPACE}s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${SPACE}s`;
  return `${Math.floor(whole / 60)}${SPACE}min${SPACE}${String(whole % 60).padStart(2, '0')}${SPACE}s`;
}

/** @returns « 2,4 s » from `2.4` and `s`; what is no decimal number stays as it is; insécable */
export function frenchFigure(printed: string, unit = ''): string {
  const figure = printed.replace(/^(-?\d+)\.(\d+)$/, '$1,$2').replaceAll(' ', SPACE);
  return unit === '' ? figure : `${figure}${SPACE}${unit}`;
}

/** @returns « 1 extrait », « 3 extraits »; the plural is given where it is not the singular with an s */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count}${SPACE}${Math.abs(count) < 2 ? singular : plural}`;
}

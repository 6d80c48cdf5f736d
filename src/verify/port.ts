/** @returns the port that an option names; undefined where it names none */
export function portOf(text: string): number | undefined {
  const port = Number(text);
  return /^\d+$/.test(text) && port < 65_536 ? port : undefined;
}

/** @returns what is said of an option that names none, French */
export const noPort = (text: string): string =>
  `--port demande un numéro, de 1 à 65535, au lieu de «\u00A0${text}\u00A0»`;

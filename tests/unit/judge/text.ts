/** A text written indented in a test: without its first newline and the indentation of its first line. */
export function text(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const whole = String.raw({ raw: strings }, ...values).replace(/^\n/, '');
  const indent = /^ */.exec(whole)?.[0] ?? '';
  return whole
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
    .join('\n');
}

/** A French message, typed with ordinary spaces, as it must be printed. */
export function french(message: string): string {
  return message.replace(/ (?=[:;!?»](?:\s|$|[),.]))|(?<=«) /g, '\u00a0');
}

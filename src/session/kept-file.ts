import type { Artefact } from '../artefact/artefact.ts';
import { ARTEFACT_BYTES, faultOf, textOf } from '../artefact/format.ts';
import type { Step } from '../lesson/plan.ts';
import type { Shell } from './shell.ts';
import { StepFailure } from './step-failure.ts';

/**
 * Reads what a step was asked to keep (`artefact=`), from where its shell stands, on the shell's machine. A text is
 * rewritten as outputs are: it is published too.
 * @throws StepFailure when the file is not there, or not what its name says
 */
export async function keptFile(
  { snippet: { position } }: Step,
  name: string,
  { shell, rewrite }: { readonly shell: Shell; readonly rewrite: (text: string) => string },
): Promise<Artefact> {
  const read = await shell.readFile(name, ARTEFACT_BYTES + 1);
  if (read === undefined) {
    const what = `l’extrait n’a pas laissé de fichier ${name} là où se trouve le shell`;
    throw new StepFailure(position, `${what} → faites-le écrire par l’extrait, ou corrigez artefact=`);
  }
  const text = textOf(read);
  const content = text === undefined ? read : Buffer.from(rewrite(text));
  const fault = faultOf(name, content);
  if (fault === undefined) return { name, content };
  throw new StepFailure(
    position,
    `le fichier ${name} ne peut pas être gardé : ${fault} → corrigez l’extrait ou artefact=`,
  );
}

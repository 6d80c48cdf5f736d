import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/check.ts', import.meta.url));

/** Runs `npm run check` on a folder, the environment's CI left out. */
async function check(root: string): Promise<{ exitCode: number | undefined; stdout: string; stderr: string }> {
  const env = { CI: '', ORCHESTRE_COURS: root };
  const { exitCode, stdout, stderr } = await execa(process.execPath, [script], { reject: false, env });
  return { exitCode, stdout, stderr };
}

test('each fault of a course is told at its line, with what to do', async () => {
  const { exitCode, stdout, stderr } = await check(fileURLToPath(new URL('../fixtures/check', import.meta.url)));
  const at = 'content/01-fautes/lecon.mdx';
  expect(stdout.replace(/[\u00A0\u202F]/g, ' ').split('\n')).toEqual([
    `${at}:9:7  ligature  o et e se lient dans ce mot : noeud  → écrivez « nœud »`,
    `${at}:11:6  lien-rompu  le lien « ../pods/ » ne mène à aucune page du cours  → mots acceptés : /, /preparer/, /glossaire/, /commandes/, /aide-memoire/, /verification/, /fautes/`,
    `${at}:19:3  champ-inconnu  spec.replica : DeploymentSpec n’a pas de champ « replica »  → vouliez-vous dire « replicas » ?`,
    `${at}:28:18  image-inconnue  l’image « nginx:1.3 » n’est pas dans content/images.yaml  → vouliez-vous dire « nginx:1.30 » ?`,
    `${at}:30:30  type-inattendu  spec.template.spec.containers[0].ports[0].containerPort : un entier était attendu, un texte ("80") est écrit  → écrivez un nombre entier, sans guillemets`,
    `${at}:35:1  yaml-illisible  une tabulation indente cette ligne  → remplacez-la par des espaces`,
    `${at}:39:1  retry-modifie  retry répète « kubectl delete », qui peut changer quelque chose  → mettez cette commande dans un bloc à part, et ne répétez que des lectures`,
    `${at}:43:18  fichier-absent  « wbe.yaml » est lu avant d’être écrit  → vouliez-vous dire « web.yaml » ?`,
    `${at}:46:1  stop-inconnu  stop=pont ne désigne aucun extrait en arrière-plan plus haut  → donnez cet id à un bloc avec background, ou retirez stop`,
    `${at}:47:6  bash-illisible  un guillemet (") n’est jamais refermé  → ajoutez le second guillemet`,
    `${at}:50:1  diagramme-sans-texte  ce diagramme n’a pas de texte équivalent  → ajoutez alt="…", un texte qui dit la même chose que le dessin`,
    'content/images.yaml:1:1  image-inutile (avertissement)  aucune leçon n’utilise « nginx:1.30 »  → retirez-la du catalogue',
    `${at}:50:1  diagramme-absent  le diagramme d1 n’est pas dessiné  → lancez npm run diagrams`,
    `${at}:13:1  preuve-absente (avertissement)  aucune exécution n’est enregistrée  → lancez : npm run verify -- fautes`,
  ]);
  expect(stderr).toBe('12 erreurs, 2 avertissements dans 1 leçon (5 extraits).');
  expect(exitCode).toBe(1);
});

test('a folder without a course is the author’s matter too', async () => {
  const { exitCode, stdout } = await check('/dossier/absent');
  expect(exitCode).toBe(1);
  expect(stdout).toContain('content/cours.yaml:1:1  fichier-illisible');
});

import { ownName } from '../../ledger/names.ts';
import type { Run } from '../../ledger/ownership.ts';
import { SWARM_MACHINES } from '../../lesson/machines.ts';
import { removeContainers } from '../../machine/containers.ts';
import type { Exec } from '../../machine/exec.ts';
import { explain } from '../../machine/explain.ts';
import type { Progress } from '../../machine/progress.ts';
import { settled } from '../../machine/settled.ts';
import { hubOptions } from './hub.ts';

/** kind's own: its nodes and these machines reach the same registries. */
const NETWORK = 'kind';
/** Says whose a container is to who looks at `docker ps`. */
const LABEL = 'orchestre.run';
/** Milliseconds for an engine to answer. */
const ENGINE_MS = 90_000;

/** A computer of a Swarm lesson: a container with an engine of its own. */
export interface SwarmMachine {
  /** As the lesson calls it: `vagrantbox-1`. */
  readonly name: string;
  /** As Docker calls it here: `orchestre-<run>-vagrantbox-1`. */
  readonly container: string;
}

/** @returns the machines of a run, made or not */
export function machinesOfRun(runId: string): SwarmMachine[] {
  return SWARM_MACHINES.map((name) => ({ name, container: ownName(runId, name) }));
}

/**
 * Starts the machines and waits until every engine answers.
 * @param image of the machines
 * @throws ToolError when one cannot be had; what was begun is then the caller's to remove
 */
export async function startMachines(
  image: string,
  { run, progress }: { readonly run: Run; readonly progress: Progress },
): Promise<SwarmMachine[]> {
  const machines = machinesOfRun(run.id);
  await run.update(({ containers }) => ({
    containers: [...new Set([...containers, ...machines.map(({ container }) => container)])],
  }));
  await makeNetwork(run.exec);
  progress('machines : création');
  const options = await hubOptions();
  await settled(machines.map((machine) => start(machine, { image, options, run })));
  progress('machines : moteurs');
  await settled(machines.map((machine) => awaitEngine(machine, run.exec)));
  return machines;
}

/**
 * Removes the machines of a run with all that their engines hold, whether they are whole, half made or gone.
 * @throws ToolError when Docker refuses
 */
export async function removeMachines(run: Run): Promise<void> {
  const names = new Set(machinesOfRun(run.id).map(({ container }) => container));
  await removeContainers(run.exec, ({ name }) => names.has(name));
  await run.update(({ containers }) => ({ containers: containers.filter((each) => !names.has(each)) }));
}

async function makeNetwork(exec: Exec): Promise<void> {
  const isThere = async (): Promise<boolean> => (await exec('docker', ['network', 'inspect', NETWORK])).ok;
  if (await isThere()) return;
  const result = await exec('docker', ['network', 'create', NETWORK]);
  // Another verification may have made it meanwhile.
  if (!result.ok && !(await isThere())) throw explain(`Le réseau Docker « ${NETWORK} » n’a pas pu être créé.`, result);
}

interface StartOptions {
  readonly image: string;
  readonly options: readonly string[];
  readonly run: Run;
}

async function start({ name, container }: SwarmMachine, { image, options, run }: StartOptions): Promise<void> {
  // --init: a PID 1 that reaps, so that what a lesson kills is gone. The alias: machines find each other by name.
  const result = await run.exec('docker', [
    ...['run', '--detach', '--init', '--privileged', '--name', container, '--hostname', name],
    ...options,
    ...['--network', NETWORK, '--network-alias', name, '--label', `${LABEL}=${run.id}`, image],
  ]);
  if (!result.ok) throw explain(`La machine ${name} n’a pas pu être créée.`, result);
}

const UNTIL_IT_ANSWERS = 'until docker version >/dev/null 2>&1; do sleep 0.2; done';

async function awaitEngine({ name, container }: SwarmMachine, exec: Exec): Promise<void> {
  const ready = await exec('docker', ['exec', container, 'sh', '-c', UNTIL_IT_ANSWERS], { timeout: ENGINE_MS });
  if (ready.ok) return;
  const logs = await exec('docker', ['logs', '--tail', '20', container]);
  throw explain(
    `Le moteur Docker de ${name} ne répond pas.`,
    logs,
    'Vérifiez que Docker permet « --privileged » ici, et la mémoire et le disque (« npm run doctor »).',
  );
}

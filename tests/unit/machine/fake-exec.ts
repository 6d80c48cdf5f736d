import type { Exec, ExecResult } from '../../../src/machine/exec.ts';

type Answer = Partial<ExecResult> | string | undefined;

export interface FakeExec {
  readonly exec: Exec;
  /** The command lines asked for, in order. */
  readonly calls: string[];
}

/** Stands for docker, kind and kubectl: a string is a success that prints it, nothing a silent success. */
export function fakeExec(answer: (command: string) => Answer | Promise<Answer>): FakeExec {
  const calls: string[] = [];
  const exec: Exec = async (file, args) => {
    const command = [file, ...args].join(' ');
    calls.push(command);
    const given = await answer(command);
    const {
      stdout = '',
      output = stdout,
      ok = true,
      ...rest
    } = typeof given === 'string' ? { stdout: given } : (given ?? {});
    return { ok, exitCode: ok ? 0 : 1, stdout, output, command, missing: false, timedOut: false, ...rest };
  };
  return { exec, calls };
}

/** A Docker engine that holds containers, as `name` or `name=kind-cluster`, and can remove them. */
export function fakeDocker(...containers: string[]): FakeExec & { readonly held: Set<string> } {
  const held = new Set(containers);
  const fake = fakeExec((command) => {
    if (command.startsWith('docker ps')) {
      const rows = [...held].map((each) => [each, each.split('=')[0], each.split('=')[1] ?? '', 'running'].join('\t'));
      return rows.join('\n');
    }
    if (command.startsWith('docker rm')) command.split(' ').forEach((id) => held.delete(id));
    return undefined;
  });
  return { ...fake, held };
}

/** What docker prints when its engine is stopped. */
export const DOCKER_STOPPED = {
  ok: false,
  output: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
};

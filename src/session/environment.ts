/**
 * Variables of the verifier's own environment that a snippet may see, and whose lines are taken out of what is recorded:
 * transcripts are public, and a reader has others.
 */
const ALLOWED = ['DOCKER_HOST', 'DOCKER_CONFIG', 'NO_PROXY', 'no_proxy', 'SSL_CERT_FILE'] as const;
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'] as const;

/** The environment of a session's bash. */
export interface SessionEnvironment {
  /** All of it. */
  readonly variables: Readonly<Record<string, string>>;
  /** Those that this machine or this run has, and a reader has not. */
  readonly hidden: Readonly<Record<string, string>>;
  /** `host:port` of the proxies in it. */
  readonly proxies: readonly string[];
}

/**
 * @param own variables of the run and the lab: its marks, `KUBECONFIG`…
 * @param home of the session
 * @param world the verifier's environment; credentials of its proxies are not handed on
 * @returns English messages, UTF-8, UTC, and what a program needs to reach the network
 */
export function sessionEnvironment(
  own: Readonly<Record<string, string>>,
  home: string,
  world: NodeJS.ProcessEnv,
): SessionEnvironment {
  const inherited = ALLOWED.flatMap((name) => entry(name, world[name]));
  const proxies = PROXIES.flatMap((name) => entry(name, withoutCredentials(world[name])));
  const hidden = { ...Object.fromEntries([...inherited, ...proxies]), ...own };
  const reader = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC', TERM: 'dumb', HOME: home, PATH: pathOf(world) };
  return {
    variables: { ...reader, ...hidden },
    hidden,
    proxies: [...new Set(proxies.flatMap(([, url]) => hostOf(url)))],
  };
}

/** npm puts the project's own programs first; a reader has none of them. */
function pathOf({ PATH = '' }: NodeJS.ProcessEnv): string {
  return PATH.split(':')
    .filter((folder) => !/\/node_modules\/(\.bin|.*node-gyp-bin)\/?$/.test(folder))
    .join(':');
}

function entry(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}

function withoutCredentials(proxy: string | undefined): string | undefined {
  return proxy?.replace(/^((?:\w+:)?\/\/)?[^/]*@/, '$1');
}

function hostOf(proxy: string): string[] {
  const host = /^(?:\w+:\/\/)?([^/]+)/.exec(proxy)?.[1];
  return host === undefined || host.length < 4 ? [] : [host];
}

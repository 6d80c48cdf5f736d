/**
 * Variables of the verifier's own environment that a snippet may see. Transcripts are public: nothing else of this
 * machine reaches one.
 */
const ALLOWED = [
  'PATH',
  'DOCKER_HOST',
  'DOCKER_CONFIG',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
] as const;

/**
 * @param own variables of the session: `HOME`, `KUBECONFIG`, the run's mark…
 * @param world the verifier's environment
 * @returns the whole environment of a session's bash; English messages, UTF-8, UTC
 */
export function sessionEnvironment(
  own: Readonly<Record<string, string>>,
  world: NodeJS.ProcessEnv,
): Record<string, string> {
  const inherited = ALLOWED.flatMap((name) => {
    const value = world[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC', TERM: 'dumb', ...Object.fromEntries(inherited), ...own };
}

import { readFile } from 'node:fs/promises';
import { type ClientHttp2Session, connect } from 'node:http2';
import { parse } from 'yaml';
import { linesOf } from '../../../machine/lines.ts';

interface Kubeconfig {
  readonly clusters: readonly [{ readonly cluster: Readonly<Record<string, string>> }];
  readonly users: readonly [{ readonly user: Readonly<Record<string, string>> }];
}

/** One connection to the server of a cluster: all that is asked of it goes side by side over it. */
export class Api {
  readonly #session: ClientHttp2Session;
  /** Resolves when the connection is gone, for whatever reason. */
  readonly closed: Promise<void>;

  private constructor(session: ClientHttp2Session) {
    this.#session = session;
    this.closed = new Promise((resolve) => session.once('close', resolve));
    // `closed` says all that can be done about it.
    session.on('error', () => undefined);
  }

  /**
   * Connects as that file's administrator.
   * @param kubeconfig absolute path of a file that kind wrote
   * @throws where it cannot be read
   */
  static async connect(kubeconfig: string): Promise<Api> {
    const { clusters, users } = parse(await readFile(kubeconfig, 'utf8')) as Kubeconfig;
    const [{ cluster }] = clusters;
    const [{ user }] = users;
    return new Api(
      connect(cluster['server'] ?? '', {
        ca: decoded(cluster['certificate-authority-data']),
        cert: decoded(user['client-certificate-data']),
        key: decoded(user['client-key-data']),
      }),
    );
  }

  /**
   * @param path with its query
   * @param accept the form that is asked for
   * @param onLine each line of the answer as it comes
   * @returns when the answer has ended
   * @throws where it is refused or breaks off
   */
  async lines(path: string, accept: string, onLine: (line: string) => void): Promise<void> {
    const stream = this.#session.request({ ':path': path, accept });
    stream.setEncoding('utf8');
    let status: unknown;
    stream.once('response', (headers) => (status = headers[':status']));
    let refusal = '';
    for await (const line of linesOf(stream)) {
      if (status === 200) onLine(line);
      else refusal += line;
    }
    if (status !== 200) throw new Error(`${path}: ${String(status)} ${refusal}`);
  }

  /** Breaks off all that is going on. */
  close(): void {
    this.#session.destroy();
  }
}

function decoded(base64 = ''): Buffer {
  return Buffer.from(base64, 'base64');
}

import { Agent, get, type IncomingMessage } from 'node:http';
import { dial } from '../../../machine/dial.ts';
import { linesOf } from '../../../machine/lines.ts';

const nothing = (): void => undefined;
/** What an agent asks of a connection that it keeps: a program's has none of it. */
const AS_SOCKET = { setKeepAlive: nothing, setTimeout: nothing, ref: nothing, unref: nothing };

/** The API of one machine's engine, over the stdin and stdout of Docker's own `dial-stdio` in the machine. */
export class Engine {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #patienceMs: number;

  /**
   * @param container name of the machine's
   * @param patienceMs for an answer: an engine that is frozen keeps its connections, and says nothing
   */
  constructor(container: string, patienceMs: number) {
    const args = ['exec', '--interactive', container, 'docker', 'system', 'dial-stdio'];
    this.#agent.createConnection = () => Object.assign(dial('docker', args), AS_SOCKET);
    this.#patienceMs = patienceMs;
  }

  /**
   * @param path with its query, as `/containers/json?all=true`
   * @returns what it answers, undefined where it refuses
   * @throws where the machine cannot be reached, or does not answer in time
   */
  async ask<T>(path: string): Promise<T | undefined> {
    const response = await this.#get(path, AbortSignal.timeout(this.#patienceMs));
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
    return response.statusCode === 200 ? (JSON.parse(text) as T) : undefined;
  }

  /**
   * @param path of an answer that goes on, as `/events`
   * @param onLine each line of it as it comes
   * @returns when it is being answered; what is returned with it, when that has ended
   * @throws where the machine cannot be reached, or does not begin to answer in time
   */
  async follow(path: string, onLine: (line: string) => void): Promise<{ readonly ended: Promise<void> }> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), this.#patienceMs);
    const response = await this.#get(path, late.signal).finally(() => clearTimeout(timer));
    const read = async (): Promise<void> => {
      for await (const line of linesOf(response.setEncoding('utf8'))) onLine(line);
    };
    return { ended: read() };
  }

  /** Breaks off all that is going on. */
  close(): void {
    this.#agent.destroy();
  }

  #get(path: string, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      get({ agent: this.#agent, host: 'docker', path, signal }, resolve).on('error', reject);
    });
  }
}

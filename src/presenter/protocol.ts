import type { ClusterEvent } from '../cluster-map/types.ts';
import type { Differing } from '../judge/differing.ts';
import type { CommandSpan } from '../judge/outcome.ts';

export type { ClientMessage } from './client-message.ts';
export type { ClusterEvent, CommandSpan, Differing };

/**
 * What a slide and the presenter's bridge say to each other over `/pont`, one JSON text a message. The slide names
 * snippets by id and never sends code. Shared with the browser: no zod comes with it.
 */

/** The WebSocket's path. */
export const BRIDGE_PATH = '/pont';
/** The subprotocol that both speak; the token travels as a second one, behind `TOKEN_PREFIX`. */
export const SUBPROTOCOL = 'orchestre.v1';
export const TOKEN_PREFIX = 'jeton.';
/** Where a window's `sessionStorage` keeps the token that `early.ts` took out of the address. */
export const TOKEN_KEY = 'orchestre-jeton';
/** Bytes of one message of the slide's, at most. */
export const MAX_MESSAGE_BYTES = 64 * 1024;
/** Messages of one connection in a second, at most. */
export const MAX_MESSAGES_PER_SECOND = 20;
/** Lines of an output that are kept; what is longer keeps its head and its tail. */
export const MAX_OUTPUT_LINES = 10_000;

/** What a presenter needs to use a terminal of his own beside the slides. */
export interface LabAccess {
  /** Absolute path; absent in a lesson without a cluster. */
  readonly kubeconfig?: string;
  readonly namespace?: string;
  /** Absolute path of the folder that the lesson works in. */
  readonly folder: string;
}

/**
 * - `preparing`: the lab is being made; `text` says how far it is. Snippets are refused.
 * - `ready`: the next snippet may run.
 * - `running`: `snippet` runs; `catchingUp` while it is one of a `catch-up`.
 * - `to-catch-up`: the shells are new, or a snippet was asked for whose predecessors were not run; `text` says which.
 * - `failed`: there is no lab; `text` says why, the presenter's terminal also what to do. `restart` tries again.
 */
export type BridgeState = 'preparing' | 'ready' | 'running' | 'to-catch-up' | 'failed';

/** The events of a lesson as they happen; every window gets the same. `snippet` is a step's id: a check's first is `X/avant`. */
export type BridgeEvent =
  | {
      readonly type: 'state';
      readonly state: BridgeState;
      /** A French sentence, where there is something to say. */
      readonly text?: string;
      /** Snippets that were run and held, in order; one in the background once it is ready. */
      readonly ran: readonly string[];
      /** The first snippet of the lesson that was not run; absent when all were. */
      readonly next?: string;
      /** The one that runs. */
      readonly snippet?: string;
      readonly catchingUp?: { readonly done: number; readonly total: number };
      readonly lab?: LabAccess;
    }
  /** A new attempt: what was printed by the one before is gone. `attempt` counts from 1, more than 1 only with `retry`. */
  | { readonly type: 'began'; readonly snippet: string; readonly attempt: number }
  /** One or more whole lines of one command (from 0), joined by line feeds; plain text as a terminal shows it in the end. */
  | { readonly type: 'line'; readonly snippet: string; readonly command: number; readonly text: string }
  /** A wait of the snippet goes on: its command, or what that printed last; `seconds` since it began. */
  | { readonly type: 'waiting'; readonly snippet: string; readonly text: string; readonly seconds: number }
  /**
   * It ended; one in the background only when it is stopped: until then its lines go on while others run.
   * `same`: as in the recording; `different`: it ended as it should, and printed something else; `failed`: it did not
   * come to its end, or ended with another code.
   */
  | {
      readonly type: 'ended';
      readonly snippet: string;
      readonly ms: number;
      readonly verdict: 'same' | 'different' | 'failed';
      /** Absent where it did not come to its end. */
      readonly exitCode?: number;
      /** All that was printed, bounded to `MAX_OUTPUT_LINES`: takes the place of the lines. */
      readonly output: string;
      /** Which part of `output` is whose; empty where that is not known. */
      readonly commands: readonly CommandSpan[];
      readonly differing?: readonly Differing[];
      /** Why it does not hold, French, several lines. */
      readonly message?: string;
      /** Line of the snippet's own code that failed, from 1, where one is known. */
      readonly line?: number;
    }
  /** An object of the lab's that is drawn has changed. */
  | { readonly type: 'cluster'; readonly event: ClusterEvent }
  /** Worth telling, judged by nobody; French. */
  | { readonly type: 'notice'; readonly text: string };

/**
 * What the bridge sends. `seq` grows by one with each event within an `epoch` (a lesson opened, or started over); a
 * window that comes back says the last it saw and gets what it missed. The others answer one window and carry no `seq`.
 */
export type ServerMessage =
  | (BridgeEvent & { readonly seq: number })
  /**
   * First answer to `enter`; behind it come the events that were missed. With `fresh`, forget what was seen before. Sent
   * again, to every window, when the lesson starts over. `steps`: ids of the lesson's plan in order, hidden ones too.
   */
  | {
      readonly type: 'entered';
      readonly epoch: string;
      readonly fresh: boolean;
      readonly lesson: string;
      readonly steps: readonly string[];
    }
  /** Another window went to `lesson`: nothing more comes. `enter` takes the session back; never do it unasked. */
  | { readonly type: 'left'; readonly lesson: string }
  /** Nothing was run; French. */
  | { readonly type: 'refused'; readonly reason: string };

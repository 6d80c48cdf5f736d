import { TOKEN_KEY } from '../protocol.ts';

/** How windows of this bridge talk to each other without it. */
export type WindowMessage =
  /** The bridge was started again: its new address has come to one of them, which presents `lesson`. */
  | { readonly token: string; readonly lesson: string }
  /** These steps are shown as they were recorded, all others live. */
  | { readonly recorded: readonly string[] };

/** @returns the channel between the windows of this origin */
export const openWindows = (): BroadcastChannel => new BroadcastChannel('orchestre-pont');

/** @returns this window's token; one that it opens (the speaker view) has a copy, another tab has none */
export function keptToken(): string | undefined {
  try {
    return sessionStorage.getItem(TOKEN_KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it for this window, reloads included. */
export function keepToken(token: string): void {
  try {
    sessionStorage.setItem(TOKEN_KEY, token);
  } catch {
    // A browser that refuses storage shows a deck without a bridge.
  }
}

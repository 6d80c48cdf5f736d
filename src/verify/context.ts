/** What the main thread tells the one that runs lessons; survives structured cloning. */
export interface VerifyContext {
  readonly root: string;
  readonly runId: string;
  readonly stateDir: string;
  readonly update: boolean;
  readonly transcripts?: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly orchestre: VerifyContext;
  }
}

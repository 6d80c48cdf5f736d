/** @returns what a caught value says */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @returns what is said of a defect of ours, with its stack; French */
export function defectOf(error: unknown): string {
  return `Défaut du programme\u00A0: ${error instanceof Error ? error.stack : String(error)}`;
}

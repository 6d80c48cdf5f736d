/** Told in French, one short phrase, each time that what is waited for changes. */
export type Progress = (what: string) => void;

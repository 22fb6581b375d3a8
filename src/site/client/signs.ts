/** Signs that stand for verdicts and risks, each with its word, on every page and in every result. */

/** `=` leaves things as they are, `±` changes them, `×` takes something away. */
export const RISK_SIGNS = { reads: '=', changes: '±', deletes: '×' } as const;

export const VERDICT_SIGNS = { match: '●', similar: '◐', none: '○' } as const;

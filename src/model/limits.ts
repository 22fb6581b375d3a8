/** Every number that bounds something, with its reason. */

/** Plain templates one signature line may expand to. Past it, alternatives multiply faster than anybody reviews them. */
export const MAX_EXPANSION = 64;

/** Bytes. A signature is looked for within so much of a line; longer lines are read in overlapping pieces of this size. */
export const PIECE_BYTES = 8192;

/** Bytes two neighbouring pieces of a long line share: a match up to this long is never cut in two. */
export const PIECE_OVERLAP = 2048;

/** Bytes. The scanner's window: one aligned 4-byte load lies fully inside it, whatever its alignment in the text. */
export const WINDOW = 7;

/** Lines between the first and the last line of a sequence, unless its fence says otherwise. */
export const SEQUENCE_WITHIN = 20;

/** Lines up to which an input counts as a pasted excerpt: `similar` may answer, and no proof of failure is asked for. */
export const EXCERPT_LINES = 40;

/** Bytes read at a time from a file or stream: large enough for the scan, small enough to show progress. */
export const CHUNK_BYTES = 4 << 20;

/** Verified matches kept for one symptom in one log; later ones are only counted. */
export const MAX_EVIDENCE = 500;

/** UTF-16 code units of a line that a result carries; the rest is cut around the match. */
export const MAX_LINE_TEXT = 4000;

/** Names that other things point at. Free of dependencies: the engine and the browser use them too. */

/** The folder name of a symptom, e.g. `out-of-disk-space`. Part of its address: never reused. */
export type Slug = string;

/** The short, typeable name of a symptom, e.g. `CI014`. `/s/CI014` leads to its page. */
export type Code = string;

/** Where a signature stands: `symptom`, or the anchor of one of its options, e.g. `option-b`. */
export type Place = 'symptom' | `option-${string}`;

export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const CODE = /^[A-Z]{2,6}[0-9]{3,5}$/;

/** A placeholder's name in commands and signatures: letters, digits and `-`, beginning with a letter. */
export const PLACEHOLDER_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;

/** Half-open use: `text.replace(PLACEHOLDER, …)`. Group 1 is the name. */
export const PLACEHOLDER = /<([A-Za-z][A-Za-z0-9-]*)>/g;

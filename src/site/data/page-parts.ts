/** What a page hands to its frame. */

/** An entry of the page's contents. */
export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** The page before or after this one. */
export interface Neighbour {
  /** From the site's root, without the base path. */
  path: string;
  label: string;
}

export const heading = (text: string, slug: string, depth = 2): Heading => ({ depth, slug, text });

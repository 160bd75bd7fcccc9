/** How many items a page has when the query does not say. */
export const DEFAULT_PAGE_SIZE = 20;

/** How many items a page may have; more is refused. */
export const LARGEST_PAGE_SIZE = 100;

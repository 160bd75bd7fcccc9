/** A name in CSL-JSON. */
export interface CslName {
  family?: string;
  given?: string;
  'dropping-particle'?: string;
  'non-dropping-particle'?: string;
  suffix?: string;
  literal?: string;
}

/** A date in CSL-JSON: one date or two as an interval, each of a year, then perhaps a month and a day. */
export interface CslDate {
  'date-parts'?: number[][];
  /** 1 to 4: spring, summer, autumn, winter. */
  season?: number;
  circa?: boolean;
  /** A date that has no parts, as it is to be printed. */
  literal?: string;
}

/** An item of CSL-JSON (https://github.com/citation-style-language/schema), with its names and dates under their variables. */
export interface CslItem {
  id: string;
  type: string;
  [variable: string]: string | CslName[] | CslDate;
}

/** The part of the library that is used; it has no types of its own. */
declare module 'edtf' {
  /** What an expression was parsed to: values of a year, month (0-11) and day, or of a year and season, and marks on them. */
  export interface ParsedExpression {
    type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'List' | 'Set';
    level: 0 | 1 | 2;
    values: number[];
    uncertain?: boolean | number;
    approximate?: boolean | number;
    unspecified?: number;
    significant?: number;
  }

  /** @throws Error for what is not EDTF, or not of the types. */
  export function parse(
    input: string,
    constraints?: { types?: ParsedExpression['type'][] },
  ): ParsedExpression;

  /** The stretch of time that an expression covers, in milliseconds since 1970; NaN where a Date cannot say it. */
  export default function edtf(parsed: ParsedExpression): { min: number; max: number };
}

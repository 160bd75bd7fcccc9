/**
 * What is to be shown where formatted references are: the attribution of the processor (CPAL 1.0, section 14) and that of
 * the styles (CC BY-SA 3.0). See docs/decisions/0013-citation-processor.md.
 */
export const citationCredit = {
  text: 'Citations by CSL (citeproc-js)',
  url: 'https://citationstyles.org/',
} as const;

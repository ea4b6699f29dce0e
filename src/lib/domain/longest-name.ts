/**
 * So many signs has a name at most: the longest title in Kolada has some 250. A cell with more is a text,
 * or has swallowed the rows after it where a quotation mark is missing.
 */
export const LONGEST_NAME = 1000;

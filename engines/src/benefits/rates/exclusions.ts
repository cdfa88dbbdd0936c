import { nationalExclusions } from '../exclusion-list.ts'
import type { Exclusion } from '../exclusions.ts'

/** 不得兼得 with a source: this row of the matrix alone. The bureau enters the others with their documents. */
export const sampleExclusions: readonly Exclusion[] = nationalExclusions

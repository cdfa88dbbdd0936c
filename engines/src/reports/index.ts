/** 报告 (reports): a document whose figures are bound to indicators; binding, marking, comparing, numbering. */
export { atCutOff, bindFigures, type FigureQuery, figureKey, listFigureQueries } from './bind-figures.ts'
export {
  type BlockChange,
  type Comparison,
  compareDocuments,
  type FigureChange,
  type HeadChange,
} from './compare-documents.ts'
export { type FigureAppendixRow, figureAppendix, type IndicatorWords } from './figure-appendix.ts'
export { exactWords, figureWords, inlineWords, isMissing, missingWords, settledReading } from './figure-words.ts'
export { type NumberInText, numbersInText } from './hand-written-numbers.ts'
export { listFigures, listTyped, mapFigures, type StretchPlace, wordsOf } from './inlines.ts'
export { chineseCount, chineseNumeral, officialDate } from './numerals.ts'
export { blockText, itemMark, type OutlineLine, outline, plainText } from './outline.ts'
export { type TextChunk, textDifference } from './text-difference.ts'
export { findUnboundNumbers, markTyped, type UnboundNumber } from './unbound-numbers.ts'

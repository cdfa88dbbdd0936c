import { plainText } from '@dongzhou/terms/agreement'

/** 系列名称 as one comparable text: no quotes, brackets, spaces or dots, and no 活动 or 系列 hung on at the end. */
export function plainSeriesName(title: string): string {
  const plain = plainText(title).replace(/[“”"'‘’「」《》〈〉（）()【】[\]·\-—]/gu, '')
  return plain.replace(/(系列)?(活动)?$/u, '') || plain
}

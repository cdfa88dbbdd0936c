import { type IFontAttributesProperties, type IRunOptions, TextRun } from 'docx'

/** 字体 (typefaces) of GB/T 9704-2012, as Word on the bureau's machines calls them. */
export const faceNames = {
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  title: '方正小标宋简体',
  song: '宋体',
} as const

export type Face = keyof typeof faceNames

/** 字号 (type sizes) in half-points, as Word counts them: 2号 is 22 pt, 3号 16, 4号 14, 5号 10.5. */
export const sizes = { second: 44, third: 32, fourth: 28, fifth: 21 } as const

/**
 * The font of a run. All four slots are named, because a font given for Chinese alone leaves digits to the reader's default; the
 * hint makes “ ” and — Chinese punctuation and not half-width Latin.
 */
export function font(face: Face): IFontAttributesProperties {
  const name = faceNames[face]
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' }
}

/** A run of text in a face. The face stands on the run and not only in its style, because the hint counts only there. */
export function textRun(text: string, face: Face, more: IRunOptions = {}): TextRun {
  return new TextRun({ ...more, font: font(face), text: printable(text) })
}

/** Text as a Word file can hold it: control characters and halves of characters, pasted along, make the whole file unreadable. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu, '')
}

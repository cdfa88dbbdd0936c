import { type Day, dayText } from '@dongzhou/terms/day'

/** 文书 (letter): a title and its paragraphs, the signature last. */
export interface CaseLetter {
  readonly title: string
  readonly paragraphs: readonly string[]
}

interface Signed {
  readonly procedureName: string
  /** 发文机关. */
  readonly issuer: string
  readonly on: Day
}

export interface Decided extends Signed {
  readonly outcome: 'granted' | 'refused'
  readonly name: string
  readonly caseNumber: string
  readonly begunOn: Day
  readonly basis: readonly string[]
  /** What was decided besides, a label and its text each: the month it begins, the years that count. */
  readonly terms: readonly { readonly label: string; readonly text: string }[]
  /** All reasons of a refusal. */
  readonly because: string
}

/** 决定书: what was decided, on which ground, and what somebody may do who disagrees. */
export function decisionLetter(decided: Decided): CaseLetter {
  const { outcome, name, procedureName, caseNumber, begunOn, basis } = decided
  const isGranted = outcome === 'granted'
  return {
    title: isGranted ? `${procedureName}批准通知书` : `${procedureName}不予批准决定书`,
    paragraphs: [
      `${name}同志：`,
      `您于${dayText(begunOn)}提出的“${procedureName}”申请（办件号${caseNumber}），依据${basis.join('、')}，经审核，决定如下：`,
      ...(isGranted ? granted(decided) : [`不予批准。理由：${decided.because}`]),
      // 行政复议法 (2023) art. 20 and 行政诉讼法 art. 46; the real decision letters of counties print both.
      '如不服本决定，可以自收到之日起六十日内依法申请行政复议，或者六个月内依法向人民法院提起行政诉讼。',
      decided.issuer,
      dayText(decided.on),
    ],
  }
}

export interface Noticed extends Signed {
  /** Masked already: a notice hangs on a wall. */
  readonly maskedName: string
  readonly place: string
  readonly shows: readonly { readonly label: string; readonly text: string }[]
  /** The last day on which anybody may object. */
  readonly through: Day
}

/** 公示: whom it is about as far as a wall may say, from when to when, and where to object. */
export function publicNotice({ procedureName, maskedName, place, shows, on, through, issuer }: Noticed): CaseLetter {
  return {
    title: `${procedureName}公示`,
    paragraphs: [
      `根据有关规定，经初步审核，拟对下列人员办理“${procedureName}”，现予公示。`,
      [maskedName, place, ...shows.map(({ label, text }) => `${label}：${text}`)].join('，'),
      `公示时间：${dayText(on)}至${dayText(through)}。`,
      '公示期内对公示对象有异议的，请向所在镇（街道）退役军人服务站或本局反映。反映情况应当客观真实，我们对反映人的信息保密。',
      issuer,
      dayText(on),
    ],
  }
}

function granted({ terms }: Decided): readonly string[] {
  return terms.length === 0
    ? ['予以批准。']
    : [`予以批准。${terms.map(({ label, text }) => `${label}：${text}`).join('；')}。`]
}

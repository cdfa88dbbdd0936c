import { benefits } from '@dongzhou/terms/benefit'
import type { Fact, FactValues } from '@dongzhou/terms/fact'
import {
  arrangementWords,
  careWords,
  conscriptLeavingWords,
  conscriptRegionWords,
  conscriptStudentWords,
  deathCauseWords,
  loneWords,
  survivorGroundWords,
  survivorOfWords,
  survivorRelationWords,
} from '@dongzhou/terms/fact-words'
import { yuanText } from '@dongzhou/terms/fen'
import { unreachable } from '@dongzhou/terms/unreachable'
import { dayAnd, joined } from './present-words.ts'

export type BenefitFact = Extract<
  Fact,
  {
    readonly kind:
      | 'award'
      | 'care'
      | 'survivor'
      | 'conscription'
      | 'suspension'
      | 'lone'
      | 'death-cause'
      | 'arrangement'
  }
>

/** 待遇事实 in words: an award, a ground, a decision that a benefit hangs on. */
export function benefitFactText(fact: BenefitFact): string {
  switch (fact.kind) {
    case 'award':
      return awardText(fact.value)
    case 'care':
      return careWords[fact.value.mode]
    case 'survivor':
      return survivorText(fact.value)
    case 'conscription':
      return conscriptionText(fact.value)
    case 'suspension':
      return joined(fact.value.ground, `文号 ${fact.value.document}`)
    case 'lone':
      return loneWords[fact.value.kind]
    case 'death-cause':
      return deathCauseText(fact.value)
    case 'arrangement':
      return arrangementText(fact.value)
    default:
      return unreachable(fact)
  }
}

function awardText({ benefit, approved, document, years }: FactValues['award']): string {
  return joined(benefits[benefit], dayAnd(approved, '批准'), years && `折算${years}年`, document && `文号 ${document}`)
}

function survivorText({ of, relation, ground, supported, deceased }: FactValues['survivor']): string {
  return joined(
    `${survivorOfWords[of]}${deceased ?? ''}的${survivorRelationWords[relation]}`,
    ground && survivorGroundWords[ground],
    supported === undefined ? undefined : supportText(supported),
  )
}

function supportText(supported: boolean): string {
  return supported ? '由军人生前供养' : '军人生前未供养'
}

function conscriptionText({ approved, region, student, left, how }: FactValues['conscription']): string {
  return joined(
    dayAnd(approved, '批准入伍'),
    region && conscriptRegionWords[region],
    student && conscriptStudentWords[student],
    dayAnd(left, '离队'),
    how && conscriptLeavingWords[how],
  )
}

function deathCauseText({ cause, basePay, honour }: FactValues['death-cause']): string {
  return joined(
    deathCauseWords[cause],
    basePay !== undefined && `本人月基本工资 ${yuanText(basePay)} 元`,
    honour && `荣誉 ${honour}`,
  )
}

function arrangementText({ mode, reported, letter }: FactValues['arrangement']): string {
  return joined(arrangementWords[mode], dayAnd(reported, '报到'), dayAnd(letter, '开具介绍信'))
}

import type { FactKind } from '@dongzhou/terms/fact'
import { readDated } from './dated-text.ts'
import { senseWords } from './fact-words.ts'

/** A complaint with the key of the field it stands at. */
export type FieldComplaint = readonly [string, string]

type Texts = Readonly<Record<string, string>>

/** What only two fields together can have wrong: dates out of order, a ground that the law gives to other relatives. */
export function senseComplaints(kind: FactKind, texts: Texts): readonly FieldComplaint[] {
  switch (kind) {
    case 'disability':
      return disabilityComplaints(texts)
    case 'service':
      return spanComplaints(texts)
    case 'survivor':
      return groundComplaints(texts)
    case 'conscription':
      return leavingComplaints(texts)
    case 'arrangement':
      return arrangementComplaints(texts)
    default:
      return []
  }
}

// 军人抚恤优待条例 art. 27: 因病 is paid to grade 6 only.
function disabilityComplaints({ grade = '', nature }: Texts): readonly FieldComplaint[] {
  return nature === 'illness' && Number(grade) > 6 ? [['grade', senseWords.illnessGrade]] : []
}

function spanComplaints({ conscriptFrom = '', conscriptTo = '' }: Texts): readonly FieldComplaint[] {
  const [from, to] = [readDated(conscriptFrom), readDated(conscriptTo)]
  if (!from || !to) return []
  // Of two dates known to the year alone nothing more can be asked than that the years are in order.
  const isWrong = from.precision === 'day' && to.precision === 'day' ? from.day >= to.day : from.day > to.day
  return isWrong ? [['conscriptTo', senseWords.conscriptSpan]] : []
}

// 军人抚恤优待条例 art. 19 gives each relative grounds of their own.
const GROUNDS: Readonly<Record<string, { readonly may: readonly string[]; readonly say: string }>> = {
  parent: { may: ['no-means', 'low-income', 'none'], say: senseWords.groundForParents },
  spouse: { may: ['no-means', 'low-income', 'remarried', 'none'], say: senseWords.groundForParents },
  child: { may: ['minor', 'studying', 'disabled', 'none'], say: senseWords.groundForChildren },
  sibling: { may: ['minor', 'studying', 'none'], say: senseWords.groundForSiblings },
}

function groundComplaints({ relation = '', ground = '' }: Texts): readonly FieldComplaint[] {
  const rule = GROUNDS[relation]
  return rule === undefined || ground === '' || rule.may.includes(ground) ? [] : [['ground', rule.say]]
}

function leavingComplaints({ approved = '', left = '', how = '' }: Texts): readonly FieldComplaint[] {
  if (how !== '' && left === '') return [['left', senseWords.leftWhen]]
  return left !== '' && approved !== '' && left < approved ? [['left', senseWords.leftEarly]] : []
}

function arrangementComplaints({ reported = '', letter = '' }: Texts): readonly FieldComplaint[] {
  return reported !== '' && letter !== '' && letter < reported ? [['letter', senseWords.letterEarly]] : []
}

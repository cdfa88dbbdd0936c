import type { Beside, PairSide } from '@dongzhou/contract/linkage'
import { api } from '../../api.ts'
import { PlainForm } from '../../kit/form.tsx'
import { FormDialog } from '../../kit/form-dialog.tsx'
import { useAction } from '../../kit/use-action.ts'
import { compareWords } from '../words.ts'
import { type Choices, countChoices, lostMonths, type SideKey, standingChoices } from './merge-draft.ts'
import { useBackToQueue, useVerdict } from './use-verdict.ts'
import { VerdictEnd } from './verdict-end.tsx'

interface MergeDialogProps {
  readonly isOpen: boolean
  readonly beside: Pick<Beside, 'first' | 'second' | 'kinds'>
  readonly keep: SideKey
  readonly choices: Choices
  readonly onClose: () => void
}

/** 合并为一人: says what will become of the two files, and asks what it rests on. */
export function MergeDialog({ isOpen, beside, keep, choices, onClose }: MergeDialogProps) {
  const back = useBackToQueue()
  const action = useAction(api.linkage.mergePeople, () => back(compareWords.merged))
  const [kept, dropped] = keep === 'first' ? [beside.first, beside.second] : [beside.second, beside.first]
  const verdict = useVerdict(action, () => mergeInput(kept, dropped, standingChoices(choices, beside.kinds)), onClose)
  const counts = countChoices(choices, beside.kinds)
  return (
    <FormDialog isOpen={isOpen} title={compareWords.mergeTitle} onClose={verdict.close}>
      <PlainForm onSubmit={verdict.send}>
        <p>{compareWords.mergeSay(nameOf(dropped), nameOf(kept))}</p>
        {counts.chosen > 0 && <p>{compareWords.choiceSay(counts.chosen)}</p>}
        {counts.left > 0 && <p className="risk">{compareWords.leftSay(counts.left)}</p>}
        {lostMonths(choices, beside.kinds).map(({ thing, name, months }) => (
          <p key={thing} className="risk">
            {compareWords.lostSay(name, months)}
          </p>
        ))}
        <p className="quiet">{compareWords.mergeBack}</p>
        <VerdictEnd verdict={verdict} action={action} verb={compareWords.merge} />
      </PlainForm>
    </FormDialog>
  )
}

function mergeInput(kept: PairSide, dropped: PairSide, choices: Choices) {
  if (kept.person === null || dropped.person === null) return undefined
  return { keep: seen(kept.person), drop: seen(dropped.person), choices }
}

function seen({ id, version }: NonNullable<PairSide['person']>) {
  return { id, version }
}

/** The name with the tail of the number: two of the same name are told apart by it. */
function nameOf({ name, person }: PairSide): string {
  const tail = person?.idNumberMasked.slice(-4) ?? ''
  return tail === '' ? name : `${name}（尾号 ${tail}）`
}

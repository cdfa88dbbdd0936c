import { FormEnd } from '../../kit/form.tsx'
import { TextField } from '../../kit/text-field.tsx'
import type { Trouble } from '../../kit/trouble.ts'
import { compareWords } from '../words.ts'
import type { Verdict } from './use-verdict.ts'

interface VerdictEndProps {
  readonly verdict: Verdict
  readonly action: { readonly isBusy: boolean; readonly trouble: Trouble | undefined }
  readonly verb: string
}

/** The end of a verdict's dialog: what it rests on, which the trail and the record keep, and the one action. */
export function VerdictEnd({ verdict, action, verb }: VerdictEndProps) {
  return (
    <>
      <TextField
        label={compareWords.because}
        hint={compareWords.becauseHint}
        value={verdict.because}
        most={200}
        lines={2}
        complaint={verdict.complaint}
        onChange={verdict.setBecause}
      />
      <FormEnd
        verb={verb}
        isBusy={action.isBusy}
        onCancel={verdict.close}
        trouble={action.trouble}
        whenStale={compareWords.stale}
      />
    </>
  )
}

import type { Timeline, TimelineLine } from '@dongzhou/contract/benefits-views'
import type { Benefit } from '@dongzhou/terms/benefit'
import { AwardEndDialog } from './award-end-dialog.tsx'
import { AwardGrantDialog } from './award-grant-dialog.tsx'

/** What somebody wants done with decisions. */
export type AwardWish =
  | { readonly kind: 'grant'; readonly benefit?: Benefit }
  | { readonly kind: 'end'; readonly line: TimelineLine }

interface DialogsProps {
  readonly timeline: Timeline
  readonly wish: AwardWish | undefined
  readonly onClose: () => void
}

/** 核定 and 终止 over whatever page shows a person's benefits. */
export function AwardDialogs({ timeline, wish, onClose }: DialogsProps) {
  switch (wish?.kind) {
    case undefined:
      return null
    case 'grant':
      return <AwardGrantDialog timeline={timeline} benefit={wish.benefit} onClose={onClose} />
    case 'end':
      return <AwardEndDialog timeline={timeline} line={wish.line} onClose={onClose} />
  }
}

import { SampleNote } from '../../benefits/entitlement-sample.tsx'
import { HelpLines } from '../../kit/help-lines.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { usePageParam } from '../../kit/navigation.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { Paper, PaperText } from '../../kit/paper.tsx'
import '../payments.css'
import { recoveryWords } from '../recoveries/recovery-words.ts'
import { outstandingWords } from '../stage-words.ts'
import { paperWords } from './paper-words.ts'
import { type Letter, useLetter } from './use-sheets.ts'

/** 告知书 about money that the bank sent back. */
export function FailedLetterPage() {
  const id = Number(usePageParam('transferId'))
  return <LetterOf kind="failed" id={id} above={{ title: outstandingWords.title, to: '/payments/outstanding' }} />
}

/** 告知书 about money that is asked back. */
export function RecoveryLetterPage() {
  const id = Number(usePageParam('recoveryId'))
  return <LetterOf kind="recovery" id={id} above={{ title: recoveryWords.title, to: `/payments/recoveries/${id}` }} />
}

interface LetterProps {
  readonly kind: 'failed' | 'recovery'
  readonly id: number
  readonly above: { readonly title: string; readonly to: string }
}

function LetterOf({ kind, id, above }: LetterProps) {
  const letter = useLetter(kind, id)
  return (
    <>
      <PageTitle
        title={paperWords.letterTitle}
        above={[above]}
        help={<HelpLines lines={paperWords.letterHelp} />}
        primary={{ label: paperWords.print, onClick: () => window.print() }}
      />
      <Loaded query={letter} rows={10}>
        {(it) => (
          <div className="pay-letter-place">
            <LetterPaper letter={it} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function LetterPaper({ letter }: { readonly letter: Letter }) {
  return (
    <Paper>
      <PaperText as="title">{letter.title}</PaperText>
      <SampleNote />
      {letter.paragraphs.map((paragraph, at) => (
        <PaperText key={paragraph} as={placeOf(at, letter.paragraphs.length)}>
          {paragraph}
        </PaperText>
      ))}
    </Paper>
  )
}

/** Whom it is to stands first; who sends it, and the day, last. */
function placeOf(at: number, count: number): 'sender' | 'text' | 'sign' {
  if (at === 0) return 'sender'
  return at < count - 2 ? 'text' : 'sign'
}

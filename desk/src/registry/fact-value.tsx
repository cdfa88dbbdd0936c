import type { FactView, PersonFile } from '@dongzhou/contract/registry'
import { Button } from 'antd'
import { api } from '../api.ts'
import { newActionId } from '../kit/action-id.ts'
import { purposeText } from '../kit/purposes.ts'
import { MaskedValue, SourcedValue } from '../kit/sourced-value.tsx'
import { earlierFacts, sourceOf, versionOf } from './person-facts.ts'
import { personWords } from './words.ts'

interface FactValueProps {
  readonly person: PersonFile
  readonly fact: FactView
  /** Beside a sealed value: without it only the masked value stands there. */
  readonly withSource?: boolean
}

/** A value of the file: its source on hover, what stood there before below it; a sealed one opens for a purpose. */
export function FactValue({ person, fact, withSource = true }: FactValueProps) {
  const history = earlierFacts(person.facts, fact.kind).map(versionOf)
  const from = sourceOf(fact)
  if (!fact.isSealed) return <SourcedValue label={fact.kindName} value={fact.text} from={from} history={history} />
  return (
    <>
      <MaskedValue
        label={fact.kindName}
        masked={fact.text}
        {...(person.may.open ? { open: (purpose) => openSealed(person, fact, purposeText(purpose)) } : {})}
      />
      {withSource && (
        <span className="small quiet">
          <SourcedValue label={fact.kindName} value={personWords.sourceButton} from={from} history={history} />
        </span>
      )}
    </>
  )
}

// Each opening is an action of its own: the trail has to hold every look, a repeated one too.
async function openSealed(person: PersonFile, fact: FactView, purpose: string): Promise<string> {
  const opened = await api.registry.openSealed({
    actionId: newActionId(),
    personId: person.id,
    factId: fact.id,
    purpose,
  })
  return opened.text
}

interface CorrectButtonProps {
  readonly fact: FactView
  readonly onCorrect: (fact: FactView) => void
}

/** 更正, beside a value. */
export function CorrectButton({ fact, onCorrect }: CorrectButtonProps) {
  return (
    <Button
      type="link"
      size="small"
      className="fact-correct"
      aria-label={`${personWords.correct}${fact.kindName}：${fact.text}`}
      onClick={() => onCorrect(fact)}
    >
      {personWords.correct}
    </Button>
  )
}

import { PageLink } from '../kit/navigation.tsx'
import { useMay } from '../session/use-session.ts'
import { caseWords } from './words.ts'

/** Benefits that are applied for by a procedure of that name. */
const procedureOf: Readonly<Record<string, string>> = { 'rural-veteran-subsidy': 'rural-veteran-60' }

interface ApplyLinkProps {
  readonly benefit: string
  readonly personId: number
  /** Is there anything to apply for? */
  readonly isOpen: boolean
}

/** 登记申请 from a line of the work list, with person and procedure chosen; nothing where the benefit has no procedure. */
export function ApplyLink({ benefit, personId, isOpen }: ApplyLinkProps) {
  const mayApply = useMay('cases.apply')
  const procedure = procedureOf[benefit]
  if (!isOpen || !mayApply || procedure === undefined) return null
  return <PageLink to={`/casework/cases/new?procedure=${procedure}&person=${personId}`}>{caseWords.begin}</PageLink>
}

import type { FaultCode } from '@dongzhou/contract/faults'
import { Fault } from '../fault.ts'

/**
 * 这条约束就是这句话: a look before a write cannot see what another clerk writes at the same moment; the constraint can. Turns its refusal
 * into the fault the look would have thrown. The transaction is lost either way, so nothing may be done in it afterwards.
 */
export async function orFaultOf<T>(work: Promise<T>, faults: Readonly<Record<string, FaultCode>>): Promise<T> {
  return work.catch((error: unknown) => {
    const fault = faults[constraintOf(error) ?? '']
    throw fault === undefined ? error : new Fault(fault, {}, { cause: error })
  })
}

function constraintOf(error: unknown): string | undefined {
  const isNamed = error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
  return isNamed ? String(error.constraint) : undefined
}

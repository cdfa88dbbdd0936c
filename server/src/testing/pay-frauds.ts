import { createHash } from 'node:crypto'
import type { Benefit } from '@dongzhou/terms/benefit'
import { day } from '@dongzhou/terms/day'
import { type Month, monthCode } from '@dongzhou/terms/month'
import { importDeathList } from '../payments/deaths/import-death-list.ts'
import { showFindings, showTransfers } from '../payments/runs/list-run-rows.ts'
import { Fault } from '../platform/fault.ts'
import { recordPeople } from '../registry/index.ts'
import { accountOf, correct } from './pay-life.ts'
import { instantIn, type PayOffice } from './pay-office.ts'
import { cardOf, type Payee } from './pay-people.ts'

/** Whom the frauds are about: three who draw in the month, all alive by the register. */
export interface FraudGround {
  readonly month: Month
  readonly benefits: readonly Benefit[]
  readonly dead: { readonly id: number; readonly payee: Payee }
  readonly twin: { readonly id: number; readonly payee: Payee }
  readonly changed: { readonly id: number; readonly payee: Payee }
  /** Of an account that nobody has. */
  readonly strange: number
}

/** What was caught, by what. */
export interface Caught {
  readonly kind: 'dead payee' | 'twin identity' | 'changed account' | 'edited bank file' | 'edited return'
  readonly by: string
}

export interface FraudMonth {
  readonly runId: number
  readonly twinId: number
  readonly caught: readonly Caught[]
}

/**
 * 舞弊演练 (frauds): one of each kind in one month's run. Each must be stopped by the rooms themselves, and the run must close all the same;
 * what is not caught is an error that says what got through.
 */
export async function fraudMonth(office: PayOffice, ground: FraudGround): Promise<FraudMonth> {
  office.clock(instantIn(ground.month, 14))
  await nameDead(office, ground)
  const twinId = await twinOf(office, ground)
  const { id, name } = { id: ground.changed.id, name: ground.changed.payee.name }
  await correct(office, id, accountOf(cardOf(ground.strange + 1), name), 'releaser')
  office.clock(instantIn(ground.month, 15))
  const draft = await office.draft(ground.month, ground.benefits)
  const held = [
    await heldBack(office, draft.id, ground.dead.id, 'death-match'),
    await heldBack(office, draft.id, ground.twin.id, 'duplicate-identity'),
    await heldBack(office, draft.id, twinId, 'duplicate-identity'),
  ]
  await office.sign(draft.id)
  const selfReleased = await refusedRelease(office, draft.id)
  await office.step(draft.id, 'releaseRun', 'approver')
  const bankFile = await editedBankFile(office, draft.id)
  const edited = await editedReturn(office, draft.id)
  await office.answer(draft.id)
  const caught: readonly Caught[] = [
    { kind: 'dead payee', by: held[0] ?? '' },
    { kind: 'twin identity', by: held[2] ?? '' },
    { kind: 'changed account', by: selfReleased },
    { kind: 'edited bank file', by: bankFile },
    { kind: 'edited return', by: edited },
  ]
  return { runId: draft.id, twinId, caught }
}

/** 死亡名单 from the police: somebody who still draws. */
async function nameDead(office: PayOffice, { dead, month }: FraudGround): Promise<void> {
  const text = `姓名,身份证号,死亡日期\n${dead.payee.name},${dead.payee.idNumber},${monthCode(month)}-01\n`
  const fileId = await office.upload(new TextEncoder().encode(text), '死亡名单.csv')
  const receivedOn = day(instantIn(month, 14).slice(0, 10))
  const list = await office.act('maker', (setting) =>
    importDeathList(setting, { fileId, source: '公安局', receivedOn }),
  )
  if (list.matched !== 1) throw new Error(`the death list matched ${list.matched}`)
}

/** 双胞胎: a second file under somebody else's ID number, drawing the same into another account. */
async function twinOf(office: PayOffice, { twin, strange }: FraudGround): Promise<number> {
  const name = `${twin.payee.name}二`
  const facts = twin.payee.facts.map((fact) => {
    if (fact.kind === 'name') return { ...fact, value: { name } }
    if (fact.kind !== 'bank-account') return fact
    return { ...fact, value: { bank: '农商行', account: cardOf(strange), holder: name } }
  })
  const [recorded] = await office.act('registrar', (setting) =>
    recordPeople(setting, 'registry.register-person', [{ personId: undefined, facts }]),
  )
  return recorded?.personId ?? 0
}

async function heldBack(office: PayOffice, runId: number, personId: number, check: string): Promise<string> {
  const page = { page: 1, size: 200 }
  const { items } = await office.ask((setting) =>
    showTransfers(setting, { runId, personId, isOutstanding: false, text: '', ...page }),
  )
  const findings = await office.ask((setting) => showFindings(setting, { runId, isUndecided: false, ...page }))
  const found = findings.items.find((one) => one.personId === personId && one.check === check)
  if (items.length === 0 || items.some(({ state, amount }) => amount > 0 && state !== 'held') || !found)
    throw new Error(`${check} of person ${personId} got through: ${items.map(({ state }) => state).join()}`)
  return `held: ${found.say}`
}

/** Whoever changed the account tries to release. */
async function refusedRelease(office: PayOffice, runId: number): Promise<string> {
  const refused = await office.step(runId, 'releaseRun', 'releaser').then(
    () => undefined,
    (error: unknown) => error,
  )
  if (refused instanceof Fault && refused.code === 'payments.changed-the-account') return `refused: ${refused.say}`
  throw new Error(`a changed account was released by whoever changed it: ${String(refused)}`)
}

/** One account in the file for the bank is made another before it is handed in: the digest tells, and so does the bank's answer. */
async function editedBankFile(office: PayOffice, runId: number): Promise<string> {
  const { bytes, digest } = await office.bankFile(runId)
  const sm3 = (some: Uint8Array) => createHash('sm3').update(some).digest('hex')
  if (sm3(bytes) !== digest) throw new Error('a file is not what its digest says')
  if (sm3(withOneAccountChanged(bytes)) === digest) throw new Error('an edited file has the digest of the true one')
  const taken = await office.takeReturn(runId, withOneAccountChanged(await office.bankAnswer(runId)))
  return complaintOf(taken, await office.run(runId))
}

/** One amount in the return is made another, with the totals to match. */
async function editedReturn(office: PayOffice, runId: number): Promise<string> {
  const text = new TextDecoder().decode(await office.bankAnswer(runId))
  const lines = text.split('\r\n')
  const cells = lines[1]?.split(',') ?? []
  const amount = Number(cells[AMOUNT])
  const edited = lines.map((line, at) =>
    at === 1 ? cells.with(AMOUNT, (amount + 1000).toFixed(2)).join(',') : raised(line),
  )
  return complaintOf(
    await office.takeReturn(runId, new TextEncoder().encode(edited.join('\r\n'))),
    await office.run(runId),
  )
}

const AMOUNT = 6

/** The foot says so much more. */
function raised(line: string): string {
  if (!line.startsWith('合计')) return line
  const cells = line.split(',')
  return cells.with(3, (Number(cells[3]) + 1000).toFixed(2)).join(',')
}

function withOneAccountChanged(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  return new TextEncoder().encode(text.replace(/622848\d{13}/, cardOf(987_654)))
}

type Taken = Awaited<ReturnType<PayOffice['takeReturn']>>
type Seen = Awaited<ReturnType<PayOffice['run']>>

function complaintOf(taken: Taken, run: Seen): string {
  const [complaint] = taken.complaints
  if (taken.state !== 'refused' || !complaint) throw new Error('an edited return was taken')
  if (run.state !== 'released' || run.totals.paid !== 0) throw new Error('a refused return moved money')
  return `refused: ${complaint.where}${complaint.say}`
}

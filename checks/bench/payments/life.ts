import { day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { type Month, month, monthCode } from '@dongzhou/terms/month'
import { sql } from 'kysely'
import { recordConfirmations } from '../../../server/src/payments/deaths/death-notices.ts'
import {
  planRecovery,
  recordRepayment,
  writeOffRecovery,
} from '../../../server/src/payments/recoveries/settle-recovery.ts'
import { Fault } from '../../../server/src/platform/fault.ts'
import { accountOf, announceRate, correct, dies, learn, merge, movedTo } from '../../../server/src/testing/pay-life.ts'
import { instantIn, type PayOffice } from '../../../server/src/testing/pay-office.ts'
import { aPayee, cardOf, type Payee, recordPayees } from '../../../server/src/testing/pay-people.ts'

interface OnFile {
  readonly id: number
  readonly payee: Payee
}

/** How often what happens, per 10,000 recipients and month. */
const USUAL = { newcomers: 24, deaths: 24, grades: 6, births: 3, accounts: 20, moves: 10, merges: 2 } as const

/**
 * 两年的事 (two years of life): what happens to recipients between one month's run and the next, learnt on time or late, by the rooms' own actions.
 * The same seed is the same two years.
 */
export class Life {
  /** How often each thing happened. */
  readonly happened = new Map<string, number>()
  private readonly office: PayOffice
  private readonly villages: readonly DivisionCode[]
  private readonly living: OnFile[] = []
  private readonly doubles: { readonly keep: OnFile; readonly drop: OnFile }[] = []
  private readonly late = new Map<Month, { readonly one: OnFile; readonly on: string }[]>()
  private readonly forgotten: OnFile[] = []
  private readonly share: number
  private next: number
  private state = 20_240_101

  private constructor(office: PayOffice, villages: readonly DivisionCode[], people: number) {
    this.office = office
    this.villages = villages
    this.next = people
    this.share = people / 10_000
  }

  /** Everybody who draws at the beginning, some of them on file twice. */
  static async begin(office: PayOffice, villages: readonly DivisionCode[], people: number): Promise<Life> {
    const life = new Life(office, villages, people)
    await life.register(Array.from({ length: people }, (_, at) => aPayee(at, villages)))
    const twice = life.living.slice(0, Math.ceil(USUAL.merges * 24 * life.share))
    const second = await life.enter(twice.map(({ payee }) => withoutNumber(payee, villages)))
    for (const [at, keep] of twice.entries()) {
      const drop = second[at]
      if (drop) life.doubles.push({ keep, drop })
    }
    return life
  }

  /** What happens in a month before its run, in the order of a calendar. */
  async happen(now: Month): Promise<void> {
    this.office.clock(instantIn(now, 3))
    await this.ratesOf(now)
    await this.newcomers(now)
    await this.deaths(now)
    await this.times('grades', () => this.raiseGrade(now))
    await this.times('births', () => this.correctBirth())
    await this.times('accounts', () => this.changeAccount())
    await this.times('moves', () => this.move(now))
    await this.times('merges', () => this.mergeOne())
    await this.confirm(now)
    await this.recover(now)
  }

  /** Somebody who draws and is left alone from now on: for the frauds. */
  take(kind: Payee['kind']): OnFile {
    const at = this.living.findIndex(({ payee }, index) => payee.kind === kind && index > this.doubles.length)
    const [one] = this.living.splice(at, 1)
    if (!one) throw new Error('nobody is left')
    return one
  }

  /** After the frauds: the named one is dead indeed, and the twin's file goes into the true one. */
  async afterFrauds(now: Month, { dead, twin, twinId }: { dead: OnFile; twin: OnFile; twinId: number }): Promise<void> {
    this.office.clock(instantIn(now, 25))
    await dies(this.office, dead.id, `${monthCode(now)}-01`)
    await merge(this.office, twin.id, twinId)
  }

  count(what: string, times = 1): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + times)
  }

  private async times(what: 'grades' | 'births' | 'accounts' | 'moves' | 'merges', work: () => Promise<boolean>) {
    for (let at = 0; at < Math.max(1, USUAL[what] * this.share); at += 1) if (await isNews(work)) this.count(what)
  }

  private async register(payees: readonly Payee[]): Promise<void> {
    this.living.push(...(await this.enter(payees)))
  }

  private async enter(payees: readonly Payee[]): Promise<readonly OnFile[]> {
    const ids = await recordPayees((work) => this.office.act('registrar', work), payees)
    return payees.map((payee, at) => ({ id: ids[at] ?? 0, payee }))
  }

  /** Every January the demo county raises; two documents come late and are applied backwards. */
  private async ratesOf(now: Month): Promise<void> {
    if (now === month(2025, 1)) {
      const rate = { kind: 'rural-veteran-subsidy', key: '', unit: 'fen-a-month-a-service-year' } as const
      await announceRate(this.office, { ...rate, value: 7100, validFrom: '2024-01-01', announcedOn: '2025-01-02' })
      await announceRate(this.office, { ...rate, value: 7400, validFrom: '2025-01-01', announcedOn: '2025-01-02' })
      this.count('late rates', 2)
    }
    if (now !== month(2025, 8)) return
    const rate = { kind: 'war-participant-subsidy', key: '', unit: 'fen-a-month' } as const
    await announceRate(this.office, { ...rate, value: 130_000, validFrom: '2025-01-01', announcedOn: '2025-08-01' })
    this.count('late rates')
  }

  private async newcomers(now: Month): Promise<void> {
    const count = Math.max(1, Math.round(USUAL.newcomers * this.share))
    const approved = `${monthCode(now)}-02`
    const payees = Array.from({ length: count }, (_, at) => aPayee(this.next + at, this.villages, approved))
    this.next += count
    await this.register(payees)
    this.count('newcomers', count)
  }

  /** Two of three deaths are learnt at once, the third three months later. */
  private async deaths(now: Month): Promise<void> {
    const count = Math.max(1, Math.round(USUAL.deaths * this.share))
    for (let at = 0; at < count; at += 1) {
      const one = this.takeAny()
      const on = `${monthCode(now)}-${String(1 + (at % 2)).padStart(2, '0')}`
      if (at % 3 === 0) this.late.set((now + 3) as Month, [...(this.late.get((now + 3) as Month) ?? []), { one, on }])
      else await this.die('deaths learnt at once', one, on)
    }
    for (const { one, on } of this.late.get(now) ?? []) await this.die('deaths learnt three months late', one, on)
  }

  private async die(what: string, one: OnFile, on: string): Promise<void> {
    await dies(this.office, one.id, on)
    this.count(what)
  }

  private async raiseGrade(now: Month): Promise<boolean> {
    const { id } = this.one('disabled')
    const since = (now - this.below(9)) as Month
    const value = { grade: 1 + this.below(6), nature: 'duty' as const, approved: day('2010-03-01') }
    await learn(this.office, id, { kind: 'disability', value, validFrom: day(`${monthCode(since)}-01`) })
    return true
  }

  private async correctBirth(): Promise<boolean> {
    const { id, payee } = this.one('rural')
    const year = Number(payee.born.slice(0, 4)) + (this.below(2) === 0 ? 1 : -1)
    const value = { day: day(`${year}${payee.born.slice(4)}`), precision: 'day' as const }
    return this.corrected(id, { kind: 'birth', value })
  }

  // The same may be corrected twice, to what stands on file already.
  private async corrected(id: number, fact: Parameters<typeof correct>[2]): Promise<boolean> {
    await correct(this.office, id, fact)
    return true
  }

  private async changeAccount(): Promise<boolean> {
    const { id, payee } = this.one()
    return this.corrected(id, accountOf(cardOf(1_000_000 + this.below(1_000_000_000)), payee.name))
  }

  private async move(now: Month): Promise<boolean> {
    const to = this.villages[this.below(this.villages.length)]
    if (!to) return false
    await learn(this.office, this.one().id, movedTo(to, `${monthCode(now)}-01`))
    return true
  }

  private async mergeOne(): Promise<boolean> {
    const double = this.doubles.pop()
    if (!double || !this.living.includes(double.keep)) return false
    await merge(this.office, double.keep.id, double.drop.id)
    return true
  }

  /** 年度确认 every May; some are forgotten, held from July on, and found in September. */
  private async confirm(now: Month): Promise<void> {
    const isMay = now % 12 === 4
    const due = isMay ? this.living.filter(() => this.below(500) !== 0) : now % 12 === 8 ? this.forgotten.splice(0) : []
    if (isMay) this.forgotten.push(...this.living.filter((one) => !new Set(due).has(one)))
    const ids = due.filter((one) => this.living.includes(one)).map(({ id }) => id)
    const others = isMay ? this.doubles.map(({ drop }) => drop.id) : []
    for (let from = 0; from < ids.length + others.length; from += 1000) {
      const personIds = [...ids, ...others].slice(from, from + 1000)
      const how = { year: Math.floor(now / 12), personIds, confirmedOn: day(`${monthCode(now)}-02`), way: '上门见面' }
      await this.office.act('maker', (setting) => recordConfirmations(setting, how))
    }
    if (ids.length > 0) this.count('yearly confirmations', ids.length)
  }

  /** Who lives pays by instalments, families pay back at once; one in ten is written off. */
  private async recover(now: Month): Promise<void> {
    const open = await this.office.ask(async ({ tx }) => {
      const { rows } = await sql<{ id: number; version: number; rest: number; isAlive: boolean }>`
        select r.id, r.version, r.amount_fen - r.settled_fen as rest, p.is_alive as "isAlive"
        from recovery r join person p on p.id = r.person_id
        where r.settled_fen < r.amount_fen and r.monthly_fen is null order by r.id`.execute(tx)
      return rows
    })
    for (const { id, version, rest, isAlive } of open) {
      const order = { id, version }
      const [on, paper] = [day(`${monthCode(now)}-03`), '测追〔2025〕1号']
      if (id % 10 === 0) {
        const decision = { ...order, document: paper, because: '确无偿还能力' }
        await this.office.act('approver', (setting) => writeOffRecovery(setting, decision))
        this.count('recoveries written off')
      } else if (isAlive) {
        const plan = { ...order, monthly: Math.ceil(rest / 3), fromMonth: now, document: paper }
        await this.office.act('maker', (setting) => planRecovery(setting, plan))
        this.count('recoveries by instalments')
      } else {
        const repaid = { ...order, amount: rest, on, receipt: '缴款书1号' }
        await this.office.act('maker', (setting) => recordRepayment(setting, repaid))
        this.count('recoveries paid back')
      }
    }
  }

  private one(kind?: Payee['kind']): OnFile {
    const some = kind === undefined ? this.living : this.living.filter(({ payee }) => payee.kind === kind)
    const one = some[this.below(some.length)]
    if (!one) throw new Error('nobody is left')
    return one
  }

  private takeAny(): OnFile {
    const [one] = this.living.splice(this.below(this.living.length), 1)
    if (!one) throw new Error('nobody is left')
    return one
  }

  private below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }
}

/** What stands on file already is no news, and the rooms say so. */
async function isNews(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Fault && error.code === 'platform.nothing-changed') return false
    throw error
  }
}

/** The same person once more, entered from an old ledger without the number and with another account: nobody noticed. */
function withoutNumber(payee: Payee, villages: readonly DivisionCode[]): Payee {
  const other = aPayee(payee.index + 500_000, villages)
  const account = other.facts.filter(({ kind }) => kind === 'bank-account')
  const facts = payee.facts.filter(({ kind }) => kind !== 'id-number' && kind !== 'bank-account')
  return {
    ...payee,
    facts: [
      ...facts,
      ...account.map((fact) => ({ ...fact, value: { ...fact.value, holder: payee.name } }) as typeof fact),
    ],
  }
}

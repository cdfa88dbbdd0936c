import type { RateDetail } from '@dongzhou/contract/benefits-rates'
import { Fault } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { complaintsBeside } from './check-rates.ts'
import { lookersFor, presentRate } from './present-rate.ts'
import { isProposed } from './rate.ts'
import { findRate, listHistoryOf } from './rates.sql.ts'

/** 标准明细: one row, everything that stood or stands for the same standard, and, while it waits, what speaks against it today. */
export async function getRate(setting: Setting, { id }: { readonly id: number }): Promise<RateDetail> {
  const row = await findRate(setting, id)
  if (!row) throw new Fault('benefits.rate-not-found')
  const history = await listHistoryOf(setting, row.rate)
  const isAsked = isProposed(row) && !row.isVoid
  const complaints = isAsked
    ? await complaintsBeside(setting, [row.rate], row.supersedes === undefined ? [] : [row.supersedes])
    : []
  const lookers = await lookersFor(setting, [row, ...history])
  return {
    rate: presentRate(row, lookers),
    history: history.map((each) => presentRate(each, lookers)),
    complaints,
  }
}

import { type Day as DayTerm, findDay } from '@dongzhou/terms/day'
import { type DivisionCode as DivisionCodeTerm, divisionCode } from '@dongzhou/terms/division'
import { findMonth, type Month } from '@dongzhou/terms/month'
import { z } from 'zod'

/** A calendar day `YYYY-MM-DD`. */
export const Day = z
  .string()
  .refine((text) => findDay(text) !== undefined, '日期应为年-月-日，如 2025-03-05。')
  .transform((text) => text as DayTerm)

/** A month `YYYY-MM`. */
export const MonthCode = z
  .string()
  .transform((text) => findMonth(text))
  .refine((found): found is Month => found !== undefined, '月份应为年-月，如 2025-03。')

/** A 12-digit division code. */
export const Division = z
  .string()
  .regex(/^\d{12}$/, '区划代码应为12位数字。')
  .transform((text): DivisionCodeTerm => divisionCode(text))

export const Id = z.coerce.number().int().positive()

export const Precision = z.enum(['day', 'month', 'year'])

/** A day and how exactly it is known. */
export const DatedTo = z.object({ day: Day, precision: Precision })

/** A page of a list: numbered from 1. Lists are always paged. */
export const Page = z.object({
  page: z.coerce.number().int().min(1).max(2000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
export type Page = z.infer<typeof Page>

/** One page of a list. `total` counts up to 10,000; `more` says that there are more than that. */
export function Paged<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item).readonly(), total: z.number().int(), more: z.boolean() })
}

export interface Paged<Item> {
  readonly items: readonly Item[]
  readonly total: number
  readonly more: boolean
}

/** Why somebody opens or exports what is sensitive; kept in the trail. */
export const Purpose = z.string().trim().min(2, '请填写用途。').max(200)

/** The version a record had when the form was opened; another version now is a conflict, shown field by field. */
export const Version = z.number().int().positive()

/** What a finished action changed: nothing changed is never a silent success. */
export const Changed = z.object({ id: Id, version: z.number().int().positive() })

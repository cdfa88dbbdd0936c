import { findDay } from '@dongzhou/terms/day'
import type { FactKind } from '@dongzhou/terms/fact'
import { judgeIdNumber, lengthenIdNumber } from '@dongzhou/terms/id-number'
import type { api } from '../api.ts'
import { readDated, writeDated } from './dated-text.ts'
import { type FactField, factFields } from './fact-form.ts'
import { type FieldComplaint, senseComplaints } from './fact-sense.ts'

/** A fact as a form sends it. */
export type FactEntry = Parameters<typeof api.registry.recordFact>[0]['fact']

/** What stands in the fields of a form, by their keys. */
export type FactTexts = Readonly<Record<string, string>>

/** What a form can say of its texts: the fact, or what is wrong field by field. */
export type FactReading =
  | { readonly kind: 'fact'; readonly fact: FactEntry }
  | { readonly kind: 'wrong'; readonly complaints: FactTexts }

/** Since and until when a fact held, where the clerk knows. */
export interface Held {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Reads the fields of one kind. */
export function readFact(kind: FactKind, texts: FactTexts, held: Held = {}): FactReading {
  const read = factFields[kind].map((field) => readField(field, (texts[field.key] ?? '').trim()))
  // What is wrong with a field itself comes last, and so stands in place of what two fields have wrong together.
  const complaints = [
    ...formComplaints(kind, read, held),
    ...senseComplaints(kind, texts),
    ...read.flatMap(complaintsIn),
  ]
  if (complaints.length > 0) return { kind: 'wrong', complaints: Object.fromEntries(complaints) }
  const value = Object.fromEntries(read.flatMap(valuesIn))
  const { day } = value
  const fact = {
    kind,
    // Birth and death are a day themselves, not a record that holds one.
    value: isDayItself(kind) ? day : value,
    ...(held.from ? { validFrom: held.from } : {}),
    ...(held.to ? { validTo: held.to } : {}),
  }
  // The table of fields gives each kind the fields of its value; TypeScript cannot pair them through a loop.
  return { kind: 'fact', fact: fact as FactEntry }
}

interface FieldReading {
  readonly key: string
  readonly complaint: string | undefined
  readonly value: unknown
}

function readField(field: FactField, text: string): FieldReading {
  const complaint = complaintOf(field, text)
  const value = complaint !== undefined || text === '' ? undefined : valueIn(field, text)
  return { key: field.key, complaint, value }
}

function complaintsIn({ key, complaint }: FieldReading): readonly FieldComplaint[] {
  return complaint === undefined ? [] : [[key, complaint]]
}

function valuesIn({ key, value }: FieldReading): readonly (readonly [string, unknown])[] {
  return value === undefined ? [] : [[key, value]]
}

/** What no single field can say: nothing filled in at all, an end before its beginning. */
function formComplaints(kind: FactKind, read: readonly FieldReading[], { from, to }: Held): readonly FieldComplaint[] {
  if (kind === 'service' && read.every(({ value, complaint }) => value === undefined && complaint === undefined)) {
    return [['enlisted', '请至少填写一项服役情况。']]
  }
  return from && to && from >= to ? [['validTo', '终止日期应晚于起始日期。']] : []
}

function isDayItself(kind: FactKind): boolean {
  return kind === 'birth' || kind === 'death'
}

/** The texts a correction begins with: what is on file, where it may be seen in clear. */
export function textsOf(kind: FactKind, value: Readonly<Record<string, unknown>> | null): FactTexts {
  if (value === null) return {}
  const whole: Readonly<Record<string, unknown>> = isDayItself(kind) ? { day: value } : value
  return Object.fromEntries(factFields[kind].map((field) => [field.key, textOf(field, whole[field.key])]))
}

/** What is wrong with a number typed as 公民身份号码, in words; undefined when it is right. */
export function idNumberComplaint(text: string): string | undefined {
  const typed = text.replace(/\s/g, '')
  const verdict = judgeIdNumber(typed.length === 15 ? (lengthenIdNumber(typed) ?? typed) : typed)
  switch (verdict.kind) {
    case 'valid':
      return undefined
    case 'wrong-length':
      return `应为18位，现为${verdict.length}位。请核对证件。`
    case 'wrong-character':
      return '只能是数字，末位可为 X。请核对证件。'
    case 'impossible-birth':
      return '号码中的出生日期不存在。请核对证件。'
    case 'wrong-check':
      return `末位校验码应为 ${verdict.expected}，现为 ${verdict.found}。请核对证件。`
  }
}

function complaintOf(field: FactField, text: string): string | undefined {
  if (text === '') return field.isRequired ? `请填写${field.label}。` : undefined
  switch (field.kind) {
    case 'dated':
      return readDated(text) ? undefined : '看不懂这个日期，请写成 1978.5.1、1978.5 或 1978。'
    case 'day':
      return findDay(text) ? undefined : '日历上没有这一天，请重新选择。'
    case 'number':
      return isBetween(field, text) ? undefined : `应为 ${field.least} 至 ${field.most} 的整数。`
    case 'money':
      return /^\d{1,10}(\.\d{1,2})?$/.test(text) ? undefined : '请填写金额，最多两位小数。'
    case 'text':
    case 'free-choice':
      return textComplaint(field, text)
    case 'choice':
    case 'yes-no':
    case 'division':
      return undefined
  }
}

function textComplaint(field: FactField, text: string): string | undefined {
  if (field.key === 'idNumber') return idNumberComplaint(text)
  if (field.key === 'account' && !/^\d{12,25}$/.test(text)) return '银行账号应为12至25位数字。'
  if (field.least !== undefined && text.length < field.least) return `${field.label}太短。`
  return field.most !== undefined && text.length > field.most ? `最多 ${field.most} 个字。` : undefined
}

function isBetween({ least = 0, most = 0 }: FactField, text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
}

function valueIn(field: FactField, text: string): unknown {
  if (field.kind === 'dated') return readDated(text)
  if (field.kind === 'number' || field.key === 'grade') return Number(text)
  if (field.kind === 'yes-no') return text === 'yes'
  if (field.kind === 'money') return Math.round(Number(text) * 100)
  return field.key === 'idNumber' ? text.replace(/\s/g, '').toUpperCase() : text
}

function textOf(field: FactField, value: unknown): string {
  if (field.kind === 'dated') return writeDated(value)
  if (value === undefined || value === null) return ''
  if (field.kind === 'yes-no') return value === true ? 'yes' : 'no'
  return field.kind === 'money' ? (Number(value) / 100).toFixed(2) : String(value)
}

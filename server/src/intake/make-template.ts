import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Field, Ledger } from '@dongzhou/engines/intake'
import { recordFile } from '../platform/file.sql.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { type BookColumn, writeBook } from '../platform/sheet/index.ts'
import { recordTrail } from '../platform/trail.sql.ts'
import { divisionNames, listDivisions } from '../registry/index.ts'
import { requireLedger } from './require-ledger.ts'

/** 空白模板: the same ledger as a blank workbook: drop-downs, hints, text columns that Excel cannot damage. */
export async function makeTemplate(
  setting: ActionSetting,
  input: { readonly ledger: string },
): Promise<{ fileId: string; name: string }> {
  const ledger = requireLedger(input.ledger)
  const folder = await mkdtemp(join(tmpdir(), 'dongzhou-template-'))
  try {
    const path = join(folder, 'template.xlsx')
    await writeBook(path, { sheets: [await blankSheet(setting, ledger), guideSheet(ledger)] })
    const name = `${ledger.name}-模板.xlsx`
    const stored = await setting.files.put(createReadStream(path), { kind: 'export', name })
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const fileId = await recordFile(setting, stored, { kind: 'export', name, mediaType })
    await recordTrail(setting, {
      verb: 'intake.make-template',
      subject: { kind: 'file', id: fileId },
      after: { ledger: ledger.code },
    })
    return { fileId, name }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function blankSheet(setting: ActionSetting, ledger: Ledger) {
  const divisions = await listDivisions(setting)
  const names = await divisionNames(
    setting,
    divisions.map(({ code }) => code),
  )
  const villages = divisions
    .filter(({ code, isActive }) => isActive && !code.endsWith('000'))
    .map(({ code }) => names.get(code) ?? code)
  return { name: ledger.name, columns: ledger.fields.map((field) => columnOf(field, villages)), rows: [] }
}

const TEXT_READERS = new Set(['id-number', 'phone', 'bank-account', 'credit-code', 'date'])

function columnOf(field: Field, villages: readonly string[]): BookColumn {
  const choices = field.reader.kind === 'division' && field.within !== undefined ? villages : field.choices
  return {
    title: field.required ? `${field.title}*` : field.title,
    width: field.width,
    note: field.help,
    ...(choices.length === 0 ? {} : { choices }),
    ...(TEXT_READERS.has(field.reader.kind) ? { text: true as const } : {}),
  }
}

function guideSheet(ledger: Ledger) {
  return {
    name: '填写说明',
    columns: [
      { title: '项目', width: 18 },
      { title: '必填', width: 8 },
      { title: '怎样填', width: 70 },
    ],
    rows: ledger.fields.map((field) => [field.title, field.required ? '必填' : '', field.help]),
  }
}

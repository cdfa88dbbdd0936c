import type { FactDraft } from '@dongzhou/contract/fact-draft'
import type { LinkRecord } from '@dongzhou/engines/linkage'
import { nameKeys } from '@dongzhou/engines/registry'
import { type DatedTo, type Day, findDay, findDayOf, partsOf } from '@dongzhou/terms/day'
import { type DivisionCode, levelOf, parentOf, rangeOf } from '@dongzhou/terms/division'
import { judgeIdNumber } from '@dongzhou/terms/id-number'
import type { NameAsk, Person } from '../../registry/index.ts'

/** What a row of an import says of who is meant. */
export interface MatchKey {
  readonly row: number
  readonly name: string
  readonly idNumber?: string | undefined
  readonly born?: Day | undefined
  readonly division?: DivisionCode | undefined
  readonly phones: readonly string[]
}

/** A row as the engine compares it; birth and sex follow from a valid ID number where the row states none. */
export function recordOfKey(key: MatchKey): LinkRecord {
  const verdict = key.idNumber === undefined ? undefined : judgeIdNumber(key.idNumber)
  const told = verdict?.kind === 'valid' ? verdict : undefined
  const born = key.born ?? told?.born
  return {
    name: key.name,
    syllables: nameKeys(key.name).syllables,
    idNumber: key.idNumber,
    born: born === undefined ? undefined : { day: born, precision: 'day' },
    sex: told?.sex,
    divisionCode: key.division,
    phones: key.phones,
  }
}

/** What a form states so far; nothing is refused here, a half-typed number least of all. */
export function recordOfFacts(facts: readonly FactDraft[]): LinkRecord {
  const record = recordOfKey({
    row: 0,
    name: facts.find((fact) => fact.kind === 'name')?.value.name ?? '',
    idNumber: facts.find((fact) => fact.kind === 'id-number')?.value.idNumber,
    division: facts.find((fact) => fact.kind === 'residence')?.value.division,
    phones: facts.flatMap((fact) => (fact.kind === 'phone' ? [fact.value.phone] : [])),
  })
  return {
    ...record,
    born: facts.find((fact) => fact.kind === 'birth')?.value ?? record.born,
    sex: facts.find((fact) => fact.kind === 'sex')?.value.sex ?? record.sex,
    enlisted: facts.find((fact) => fact.kind === 'service')?.value.enlisted,
  }
}

/** Somebody on file by the columns of the register. */
export function recordOfPerson(person: Person): LinkRecord {
  return {
    name: person.name,
    syllables: nameKeys(person.name).syllables,
    idNumber: person.idNumber,
    born: dated(person.born, person.bornPrecision),
    sex: person.sex,
    divisionCode: person.division,
    phones: person.phone === undefined ? [] : [person.phone],
    // The column does not keep how exactly the day is known; the year always holds.
    enlisted: dated(person.enlistedOn, 'year'),
  }
}

/** How the registry is asked for people of the same sound and birth; undefined where nothing in the name can be read. */
export function nameAskOf(row: number, record: LinkRecord): NameAsk | undefined {
  const pinyin = record.syllables.join('')
  if (pinyin === '') return undefined
  const births = record.born?.precision === 'day' ? birthsNear(record.born.day) : undefined
  return { row, pinyin, births, town: record.divisionCode && townOf(record.divisionCode) }
}

/** The day itself first, then the slips that ledgers make: day and month swapped, a year off. */
export function birthsNear(born: Day): readonly Day[] {
  const { year, month, dayOfMonth } = partsOf(born)
  const slips = [
    findDayOf(year, dayOfMonth, month),
    findDayOf(year - 1, month, dayOfMonth),
    findDayOf(year + 1, month, dayOfMonth),
  ]
  return [...new Set([born, ...slips.filter((slip) => slip !== undefined)])]
}

function townOf(division: DivisionCode): NameAsk['town'] {
  return rangeOf(levelOf(division) === 'village' ? (parentOf(division) ?? division) : division)
}

function dated(text: string | undefined, precision: string | undefined): DatedTo | undefined {
  const day = text === undefined ? undefined : findDay(text)
  if (day === undefined) return undefined
  return { day, precision: precision === 'month' || precision === 'year' ? precision : 'day' }
}

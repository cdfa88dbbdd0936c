import { registry } from '@dongzhou/contract/registry'
import { divisionCode } from '@dongzhou/terms/division'
import type { Fact, FactKind } from '@dongzhou/terms/fact'
import type { ActionSetting } from '../../platform/setting.ts'
import { listFactsOf, recordPeople } from '../../registry/index.ts'
import { aFact, anIdNumber, aVeteran } from '../people.ts'
import { EAST_TOWN, EAST_VILLAGE, EAST_VILLAGE_2 } from '../test-bureau.ts'
import type { Samples, Stage } from './sample.ts'

const note = '身份证原件'

export const registrySamples: Samples<typeof registry> = {
  listPeople: { arrange: async (stage) => ({ text: (await aPerson(stage)).name }) },
  findPeople: { arrange: async (stage) => ({ text: (await aPerson(stage)).name }), elsewhere: 'empty' },
  getPerson: { arrange: async (stage) => ({ id: (await aPerson(stage)).personId }) },
  listLookers: { arrange: async (stage) => ({ personId: (await aPerson(stage)).personId }), elsewhere: 'refused' },
  registerPerson: {
    arrange: async (stage) => ({
      facts: [
        { kind: 'name', value: { name: nameOf(stage) } },
        { kind: 'residence', value: { division: EAST_VILLAGE } },
        { kind: 'id-number', value: { idNumber: idNumberOf(stage) } },
      ],
      note,
    }),
  },
  recordFact: {
    arrange: async (stage) => ({
      ...seen(await aPerson(stage)),
      fact: { kind: 'education', value: { level: '高中' } },
      note,
    }),
  },
  correctFact: {
    arrange: async (stage) => {
      const person = await aPerson(stage)
      const factId = await factOf(stage, person.personId, 'name')
      return { ...seen(person), factId, fact: { kind: 'name', value: { name: '张珊' } }, because: note }
    },
  },
  settleDispute: {
    arrange: async (stage) => {
      const { personId } = await aPerson(stage, [born('1950-01-01', 1)])
      await stage.inSetting((setting) =>
        recordPeople(setting, 'intake.accept-batch', [{ personId, facts: [born('1951-01-01', 2)] }]),
      )
      return { personId, version: 2, keepFactId: await factOf(stage, personId, 'birth'), because: '户口簿' }
    },
  },
  openSealed: {
    arrange: async (stage) => {
      const { personId } = await aPerson(stage)
      return { personId, factId: await factOf(stage, personId, 'id-number'), purpose: '核对发放名册' }
    },
  },
  exportPeople: {
    arrange: async () => ({ filter: {}, purpose: '核对名册' }),
    elsewhere: { isOpenBecause: 'the job exports what the one who ordered it may see' },
  },
  addRelation: {
    arrange: async (stage) => ({ ...seen(await aPerson(stage)), kind: 'guardian', otherName: '王五', note }),
  },
  endRelation: {
    arrange: async (stage) => {
      const { personId } = await aPerson(stage)
      await stage.run(registry.addRelation, { personId, version: 1, kind: 'guardian', otherName: '王五', note })
      const { relations } = await stage.run(registry.getPerson, { id: personId })
      return { personId, version: 2, relationId: relations[0]?.id ?? 0, validTo: '2025-06-01' }
    },
  },
  listDivisions: {
    arrange: async () => undefined,
    elsewhere: { isOpenBecause: 'the names of divisions are public' },
  },
  addDivision: {
    arrange: async (stage) => {
      const code = `999999001${String(100 + stage.next()).slice(-3)}`
      return { code, name: '东镇新村', shortName: '新村', parentCode: EAST_TOWN }
    },
  },
  changeDivision: {
    arrange: async (stage) => {
      const divisions = await stage.run(registry.listDivisions, undefined)
      const version = divisions.find(({ code }) => code === EAST_VILLAGE_2)?.version ?? 0
      return {
        code: EAST_VILLAGE_2,
        version,
        name: '东二村',
        shortName: '东二村',
        aliases: ['东二大队'],
        isActive: true,
      }
    },
  },
  listOrganisations: {
    arrange: async (stage) => ({ text: (await anOrganisation(stage)).name }),
    elsewhere: { isOpenBecause: 'a town works with the organisations of the whole county; phones are masked' },
  },
  registerOrganisation: {
    arrange: async (stage) => ({ name: `测试单位${stage.next()}`, kind: '企业', division: EAST_TOWN }),
  },
  correctOrganisation: { arrange: (stage) => anOrganisation(stage) },
}

/** A veteran of the eastern village, with a name and an ID number nobody else has. */
export async function aPerson(stage: Stage, more: readonly Fact[] = []) {
  const name = nameOf(stage)
  const idNumber = idNumberOf(stage)
  const personId = await stage.inSetting((setting) =>
    aVeteran(setting, { name, idNumber, phone: '13912345678', division: divisionCode(EAST_VILLAGE), more }),
  )
  return { personId, name, idNumber, version: 1 }
}

/** An organisation of the eastern town, as its correction sends it. */
export async function anOrganisation(stage: Stage) {
  const organisation = { name: `测试单位${stage.next()}`, kind: '企业', division: EAST_TOWN as string }
  return { ...organisation, ...(await stage.run(registry.registerOrganisation, organisation)) }
}

function seen({ personId, version }: { readonly personId: number; readonly version: number }) {
  return { personId, version }
}

/** A name nobody else has, nor one that looks or sounds like it. */
function nameOf(stage: Stage): string {
  const at = stage.next() * 37
  return String.fromCodePoint(FIRST_CHARACTER + at, FIRST_CHARACTER + ((at * 11) % 9000))
}

const FIRST_CHARACTER = 0x4e00

function idNumberOf(stage: Stage): string {
  const at = stage.next()
  return anIdNumber(`${1930 + (at % 40)}0501`, String(at).padStart(3, '0').slice(-3))
}

function factOf(stage: Stage, personId: number, kind: FactKind): Promise<number> {
  return stage.inSetting(async (setting: ActionSetting) => {
    const facts = await listFactsOf(setting, [personId], 'open')
    return facts.find((fact) => fact.kind === kind)?.id ?? 0
  })
}

function born(day: string, row: number) {
  return aFact(
    'birth',
    { day: day as never, precision: 'day' },
    { kind: 'ledger', batchId: `批次${row}`, row, sheet: '名册' },
  )
}

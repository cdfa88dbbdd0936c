import { expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { EAST_TOWN } from '../../testing/test-bureau.ts'
import { findOrganisationForUpdate } from './organisations.sql.ts'
import { correctOrganisation, registerOrganisation } from './register-organisation.ts'

const { rolledBack } = freshDatabase()
const unit = { name: '测试单位', kind: '民营企业', division: EAST_TOWN }

test.each([
  ['is kept when the form does not state it', {}, '19900000000'],
  ['is replaced by another', { contactPhone: '19911111111' }, '19911111111'],
  ['is taken away by an empty text', { contactPhone: '' }, undefined],
])('the phone of an organisation %s', async (_, stated, phone) => {
  await rolledBack(async (setting) => {
    const seen = await registerOrganisation(setting, { ...unit, contactPhone: '19900000000' })

    await correctOrganisation(setting, { ...unit, ...seen, name: '测试单位（改名）', ...stated })

    const found = await findOrganisationForUpdate(setting, seen.id)
    expect(found?.name).toBe('测试单位（改名）')
    expect(found?.contactPhone).toBe(phone)
  })()
})

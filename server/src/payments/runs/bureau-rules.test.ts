import { expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, checker, maker, openPayDesk, releaser } from '../../testing/payments.ts'
import { getRun } from './get-run.ts'
import { releaseRun } from './release-run.ts'

const desk = openPayDesk(freshDatabase())

test('a bureau that has ruled on approvals has a run signed as it ruled', async () => {
  await desk.act((setting) => aRecipient(setting))
  const { signaturesNeeded } = await desk.draft('2025-05')

  expect(signaturesNeeded).toMatchObject({ approvals: 1, because: ['须 1 人审批'] })
})

test('a bureau that has not ruled on it has every run approved by two, and the run says what to enter', async () => {
  const { id } = await desk.draft('2025-05')
  await desk.step(id, 'lockRun', maker)
  await desk.step(id, 'checkRun', checker)
  await desk.step(id, 'approveRun', releaser)

  // A bureau in earnest, to which the shipped samples are nothing.
  const seen = await desk.act((setting) => getRun({ ...setting, bureau: { ...setting.bureau, isDemo: false } }, id))
  const released = await desk
    .act(
      (setting) =>
        releaseRun(
          { ...setting, bureau: { ...setting.bureau, isDemo: false } },
          { id, version: seen.version, note: '' },
        ),
      releaser,
    )
    .catch((error: unknown) => error)

  expect(seen.signaturesNeeded).toMatchObject({ approvals: 2, given: 1 })
  expect(seen.signaturesNeeded.because.join()).toMatch(/标准库中没有.*每一批次不论金额，都须两人审批/)
  expect(released).toMatchObject({ code: 'payments.signatures-missing' })
})

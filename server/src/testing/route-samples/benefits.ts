import { benefits } from '@dongzhou/contract/benefits'
import type { benefitsRates } from '@dongzhou/contract/benefits-rates'
import type { Fact } from '@dongzhou/terms/fact'
import { screenNow } from '../../benefits/index.ts'
import { listFactsOf } from '../../registry/index.ts'
import { aBookOnce, aDisabledVeteran, aDraft, anAward } from '../benefits.ts'
import { ratesSamples } from './rates.ts'
import type { Samples, Stage } from './sample.ts'

const because = '局务会议决定'
const partsCountThemselves = { isOpenBecause: 'a town counts its own people, and sees no money of the county' }

let year = 2026

const own: Samples<typeof benefits> = {
  listWaiting: {
    arrange: async (stage) => {
      await aScreened(stage)
      return undefined
    },
    elsewhere: 'empty',
  },
  listRules: { arrange: async () => undefined, elsewhere: { isOpenBecause: 'the rules are the same for everybody' } },
  tryRule: {
    arrange: async (stage) => ({ personId: await aScreened(stage), benefit: 'disability-pension', month: '2025-06' }),
  },
  getTimeline: { arrange: async (stage) => ({ personId: await aScreened(stage) }) },
  listRecipients: {
    arrange: async (stage) => {
      await aScreened(stage, [award])
      return {}
    },
  },
  grantAward: {
    arrange: async (stage) => {
      const decision = { approved: '2025-06-10', document: '测优抚〔2025〕3号', because }
      return { personId: await aScreened(stage), version: 1, benefit: 'disability-pension', ...decision }
    },
  },
  endAward: {
    arrange: async (stage) => {
      const personId = await aScreened(stage, [award])
      const factId = await stage.inSetting(async (setting) => {
        const facts = await listFactsOf(setting, [personId], 'open')
        return facts.find(({ kind }) => kind === 'award')?.id ?? 0
      })
      return { personId, version: 1, factId, lastMonth: '2025-06', document: '测优抚〔2025〕4号', because }
    },
  },
  getScreening: {
    arrange: async (stage) => {
      await aScreened(stage)
      return {}
    },
    elsewhere: partsCountThemselves,
  },
  listFindings: {
    arrange: async (stage) => {
      await aScreened(stage)
      return {}
    },
  },
  dismissFinding: { arrange: async (stage) => ({ ...(await aFinding(stage)), until: '2025-12-31', because }) },
  reopenFinding: {
    arrange: async (stage) =>
      stage.run(benefits.dismissFinding, { ...(await aFinding(stage)), until: '2025-12-31', because }),
  },
  runScreening: {
    arrange: async (stage) => {
      const { jobId } = await stage.run(benefits.getScreening, {})
      if (jobId !== null) await stage.finish(jobId)
      return {}
    },
  },
  listChanges: {
    arrange: async (stage) => {
      await aScreened(stage, [anAward('disability-pension', '2025-06-01', { to: '2025-10-01' })])
      return {}
    },
  },
  getSpending: {
    arrange: async (stage) => {
      await aScreened(stage, [award])
      return { year: 2025 }
    },
    elsewhere: partsCountThemselves,
  },
  setAppropriation: {
    arrange: async () => {
      // Each time a year that has none yet; the numbers of the stage run past 2100.
      year += 1
      return {
        year,
        version: 0,
        amount: 1_000_000,
        document: '测财社〔2025〕1号',
        decidedOn: '2025-01-10',
        reason: because,
      }
    },
  },
  previewRates: {
    arrange: async (stage) => {
      await aScreened(stage, [award])
      const draft = aDraft({
        kind: 'disability-pension',
        key: 'war-7',
        value: 210_000,
        validFrom: '2025-01-01' as never,
      })
      return { drafts: [draft] }
    },
  },
}

/** The samples of 优待抚恤: the rate book, and what the rules make of it. */
export const benefitsSamples: Samples<typeof benefits & typeof benefitsRates> = { ...ratesSamples, ...own }

const award = anAward('disability-pension', '2020-03-05')

/** A disabled veteran of the eastern village whom a screening has looked at, in a bureau that has a rate book. */
async function aScreened(stage: Stage, more: readonly Fact[] = []): Promise<number> {
  return stage.inSetting(async (setting) => {
    await aBookOnce(setting)
    const id = await aDisabledVeteran(setting, { name: `优抚${stage.next()}`, more })
    await screenNow(setting, [id])
    return id
  })
}

async function aFinding(stage: Stage): Promise<{ readonly id: number; readonly version: number }> {
  const personId = await aScreened(stage)
  const { items } = await stage.run(benefits.listFindings, { personId, kind: 'unclaimed' })
  return { id: items[0]?.id ?? 0, version: items[0]?.version ?? 0 }
}

import { ageOn } from '@dongzhou/terms/day'
import { type FactKind, factKinds } from '@dongzhou/terms/fact'
import { judgeIdNumber } from '@dongzhou/terms/id-number'
import { entitledIdentities } from '@dongzhou/terms/identity'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { haimenDivisions } from '../registry/index.ts'
import { birthOf, mostPeople, partnerBirthOf } from './births.ts'
import type { FactDraft } from './facts.ts'
import { luhnDigitOf } from './living.ts'
import { syntheticPeople, syntheticPerson } from './people.ts'
import { type Profile, profileOf } from './profiles.ts'
import { demoDay, isEntitled } from './standing.ts'

const anyPerson = fc.record({ seed: fc.integer(), index: fc.nat({ max: mostPeople - 1 }) })
const villages = new Set(haimenDivisions.filter((it) => it.level === 'village').map((it) => it.code))
const sample: readonly Profile[] = Array.from({ length: 20_000 }, (_, index) => profileOf(11, index))

function hold(check: (profile: Profile) => void): void {
  for (const profile of sample) check(profile)
  fc.assert(
    fc.property(anyPerson, ({ seed, index }) => {
      check(profileOf(seed, index))
    }),
  )
}

function holds(profile: Profile, identity: string): boolean {
  return profile.identities.some((it) => it.identity === identity)
}

describe('who a synthetic person is', () => {
  test('every ID number is valid and agrees with birth and sex', () => {
    hold((it) => {
      expect(judgeIdNumber(it.idNumber)).toEqual({
        kind: 'valid',
        idNumber: it.idNumber,
        born: it.born,
        sex: it.sex,
      })
    })
  })

  test('the address code of an ID number is one that 海门 has had', () => {
    hold((it) => expect(['320625', '320684', '320614']).toContain(it.idNumber.slice(0, 6)))
  })

  test('no two of 150,000 people share an ID number, husbands and wives included', () => {
    const numbers = new Set<string>()

    for (let index = 0; index < 150_000; index += 1) numbers.add(profileOf(3, index).idNumber)

    expect(numbers.size).toBe(150_000)
  })

  test('no two births of all people that a seed can hold share a day and a place, nor do their partners', () => {
    const own = new Uint8Array(40_000 * 160)
    const kin = new Uint8Array(40_000 * 160)
    let twice = 0

    for (let index = 0; index < mostPeople; index += 1) {
      const birth = birthOf(5, index)
      twice += own[birth.at * 160 + birth.slot] ?? 1
      own[birth.at * 160 + birth.slot] = 1
      const partner = partnerBirthOf(birth)
      twice += kin[partner.at * 160 + partner.slot] ?? 1
      kin[partner.at * 160 + partner.slot] = 1
    }

    expect(twice).toBe(0)
    expect(mostPeople).toBeGreaterThan(1_000_000)
  })

  test('beyond the last person there is nobody', () => {
    expect(() => profileOf(1, mostPeople)).toThrow(RangeError)
    expect(() => profileOf(1, -1)).toThrow(RangeError)
    expect(() => profileOf(1, 0.5)).toThrow(RangeError)
  })

  test('the same seed gives the same people, whether made in a row or alone', () => {
    const row = [...syntheticPeople(42, 300)]

    expect([...syntheticPeople(42, 300)]).toEqual(row)
    for (const index of [0, 9, 17, 299]) expect(syntheticPerson(42, index)).toEqual(row[index])
  })

  test('another seed gives other people', () => {
    const names = (seed: number) => Array.from({ length: 50 }, (_, index) => profileOf(seed, index).idNumber)

    expect(names(1)).not.toEqual(names(2))
  })

  test('names are two or three characters and never double a character by accident', () => {
    hold((it) => expect(it.name).toMatch(/^\p{Script=Han}{2,3}$/u))
  })

  test('most are men between 50 and 85, some are younger', () => {
    const share = (check: (it: Profile) => boolean) => sample.filter(check).length / sample.length
    const age = (it: Profile) => ageOn(it.born, demoDay)

    expect(share((it) => age(it) >= 50 && age(it) <= 85)).toBeGreaterThan(0.7)
    expect(share((it) => age(it) >= 20 && age(it) < 50)).toBeGreaterThan(0.1)
    expect(share((it) => it.sex === 'male')).toBeGreaterThan(0.8)
    expect(share((it) => age(it) < 20)).toBe(0)
  })
})

describe('where and how they live', () => {
  test('everybody lives in one of the 307 villages and communities, and most of these have somebody', () => {
    hold((it) => expect(villages).toContain(it.home.place.division))
    expect(new Set(sample.map((it) => it.home.place.division)).size).toBeGreaterThan(290)
  })

  test('bank accounts pass Luhn and belong to no card issuer', () => {
    hold((it) => {
      if (!it.bank) return
      expect(it.bank.account).toMatch(/^62999[0-5]\d{13}$/)
      expect(luhnDigitOf(it.bank.account.slice(0, -1))).toBe(it.bank.account.slice(-1))
    })
  })

  test('a published card number passes the same rule', () => {
    expect(luhnDigitOf('622848040256489001')).toBe('8')
  })

  test('telephones look real and ring nowhere', () => {
    hold((it) => expect(it.phone).toMatch(/^16[01348]\d{8}$/))
  })

  test('husband and wife live at one address, are of age and of two sexes', () => {
    const partners = sample.filter((it) => it.relations.length > 0)

    expect(partners.length).toBeGreaterThan(1000)
    for (const partner of partners) {
      const head = profileOf(11, partner.household)
      expect(partner.relations.map((it) => it.of)).toEqual(partner.relations.map(() => head.index))
      expect(head.index).toBeLessThan(partner.index)
      expect(partner.home).toEqual(head.home)
      expect(partner.sex).not.toBe(head.sex)
      expect(ageOn(partner.born, demoDay)).toBeGreaterThanOrEqual(20)
    }
  })

  test('a guardian or payee is alive, and so is the person acted for', () => {
    for (const partner of sample.filter((it) => it.relations.some((relation) => relation.kind !== 'spouse'))) {
      expect(partner.died).toBeUndefined()
      expect(profileOf(11, partner.household).died).toBeUndefined()
      expect(partner.bank).toBeDefined()
    }
  })

  test('nobody dies before leaving service, nor after the day of the demonstration', () => {
    hold((it) => {
      if (it.died === undefined) return
      expect(it.died <= demoDay).toBe(true)
      if (it.service) expect(it.died > it.service.discharged).toBe(true)
    })
  })
})

describe('service and identities', () => {
  test('enlisted at 17 to 22, served two to sixteen years and some weeks', () => {
    hold((it) => {
      if (!it.service) return
      const { enlisted, discharged } = it.service
      expect(ageOn(it.born, enlisted)).toBeGreaterThanOrEqual(17)
      expect(ageOn(it.born, enlisted)).toBeLessThanOrEqual(22)
      expect(ageOn(enlisted, discharged)).toBeGreaterThanOrEqual(2)
      expect(ageOn(enlisted, discharged)).toBeLessThanOrEqual(16)
      expect(discharged <= demoDay).toBe(true)
    })
  })

  test('who served is a veteran, and who is a veteran served', () => {
    hold((it) => expect(holds(it, 'veteran')).toBe(it.service !== undefined))
  })

  test('no identity begins before birth, after death or after the day of the demonstration', () => {
    hold((it) => {
      for (const held of it.identities) {
        expect(held.since > it.born).toBe(true)
        expect(held.since <= (it.died ?? demoDay)).toBe(true)
      }
    })
  })

  test('the allowance at sixty goes to rural conscripts of sixty without a worker pension or another allowance', () => {
    const drawing = sample.filter((it) => holds(it, 'rural-veteran-60'))

    expect(drawing.length).toBeGreaterThan(500)
    for (const it of drawing) {
      const since = it.identities.find((held) => held.identity === 'rural-veteran-60')?.since
      expect(ageOn(it.born, since ?? it.born)).toBeGreaterThanOrEqual(60)
      expect(it.livesRural).toBe(true)
      expect(it.livelihood.pension).toBe('城乡居民基本养老保险')
      expect(it.service?.category).toBe('义务兵')
      expect((it.service?.enlisted ?? '') >= '1954-11-01' && (it.service?.enlisted ?? '') < '2011-11-01').toBe(true)
      expect(it.identities.filter((held) => entitledIdentities.includes(held.identity))).toHaveLength(1)
    }
  })

  test('a disabled veteran has a grade and a nature; illness knows grades one to six only, war needs a campaign', () => {
    hold((it) => {
      expect(holds(it, 'disabled-veteran')).toBe(it.disability !== undefined)
      if (!it.disability) return
      const { grade, nature } = it.disability
      expect(grade).toBeGreaterThanOrEqual(1)
      expect(grade).toBeLessThanOrEqual(nature === 'illness' ? 6 : 10)
      if (nature === 'war') expect(it.service?.campaign).toBeDefined()
    })
  })

  test.each([
    ['demobilised-veteran', (it: Profile) => (it.service?.enlisted ?? '9999') <= '1954-10-31'],
    ['war-participant', (it: Profile) => it.service?.campaign !== undefined],
    ['nuclear-test-participant', (it: Profile) => it.service?.tookPartInNuclearTests === true],
    ['ill-returned-veteran', (it: Profile) => it.livesRural && it.disability === undefined],
    ['martyr-child', (it: Profile) => ageOn(it.born, demoDay) >= 60 && it.service === undefined],
    ['survivor-of-martyr', (it: Profile) => it.service === undefined],
    ['retired-cadre', (it: Profile) => it.service?.category === '军官' && ageOn(it.born, demoDay) >= 60],
    ['conscript-family', (it: Profile) => ageOn(it.born, demoDay) >= 40 && it.service === undefined],
  ] as const)('%s is held only by somebody who can hold it, and by somebody', (identity, fits) => {
    const holders = sample.filter((it) => holds(it, identity))

    expect(holders.length).toBeGreaterThan(0)
    expect(holders.filter((it) => !fits(it))).toEqual([])
  })

  test('about a third are owed regular money, and of these some are in difficulty', () => {
    const entitled = sample.filter((it) => isEntitled(it.identities))

    expect(entitled.length / sample.length).toBeGreaterThan(0.2)
    expect(entitled.length / sample.length).toBeLessThan(0.5)
    expect(entitled.filter((it) => it.hardship).length / entitled.length).toBeGreaterThan(0.05)
  })
})

describe('facts', () => {
  const facts = (index: number): readonly FactDraft[] => syntheticPerson(11, index).facts

  test('a kind that holds one value at a time appears once', () => {
    for (let index = 0; index < 2000; index += 1) {
      const single = facts(index)
        .map((it) => it.kind)
        .filter((kind) => factKinds[kind].holds === 'single')
      expect(new Set(single).size).toBe(single.length)
    }
  })

  test('a fact that ends ends after it began', () => {
    for (let index = 0; index < 2000; index += 1) {
      for (const it of facts(index)) {
        if (it.validFrom !== undefined && it.validTo !== undefined) expect(it.validFrom < it.validTo).toBe(true)
      }
    }
  })

  test('the dead keep their file, and their identities end on the day of death', () => {
    const dead = sample.find((it) => it.died !== undefined && it.identities.length > 0)
    const held = facts(dead?.index ?? -1)

    expect(held.find((it) => it.kind === 'death')?.validFrom).toBe(dead?.died)
    expect(held.filter((it) => it.kind === 'identity').every((it) => it.validTo === dead?.died)).toBe(true)
  })
})

describe('what they draw, and why', () => {
  const files = sample.map((profile) => ({ profile, facts: syntheticPerson(11, profile.index).facts }))
  const valuesOf = <K extends FactKind>({ facts }: { readonly facts: readonly FactDraft[] }, kind: K) =>
    facts.flatMap((it) => (it.kind === kind ? [it.value as Extract<FactDraft, { kind: K }>['value']] : []))
  const drawing = files.filter((file) => valuesOf(file, 'award').length > 0)

  test('nearly all of those owed regular money draw it, and some wait to be found', () => {
    const entitled = files.filter(({ profile }) => isEntitled(profile.identities))
    const paid = entitled.filter((file) => valuesOf(file, 'award').length > 0)

    expect(paid.length / entitled.length).toBeGreaterThan(0.9)
    expect(paid.length).toBeLessThan(entitled.length)
  })

  test('every benefit that runs is drawn by somebody', () => {
    const drawn = new Set(drawing.flatMap((file) => valuesOf(file, 'award')).map(({ benefit }) => benefit))

    expect([...drawn].toSorted()).toEqual([
      'care-allowance',
      'conscript-family-allowance',
      'demobilised-subsidy',
      'disability-pension',
      'ill-returned-subsidy',
      'lone-supplement',
      'martyr-child-subsidy',
      'nuclear-test-subsidy',
      'rural-veteran-subsidy',
      'survivor-pension',
      'war-participant-subsidy',
    ])
  })

  test('no decision is later than the demonstration or the death, nor earlier than the identity', () => {
    for (const file of drawing) {
      const { died } = file.profile
      const since = file.facts.flatMap((it) => (it.kind === 'identity' ? [it.validFrom ?? ''] : [])).toSorted()[0]
      for (const { approved } of valuesOf(file, 'award')) {
        expect(approved <= demoDay).toBe(true)
        if (died !== undefined) expect(approved < died).toBe(true)
        expect(approved >= (since ?? '')).toBe(true)
      }
    }
  })

  test('of one benefit there is one decision, and an account to pay it to', () => {
    for (const file of drawing) {
      const benefits = valuesOf(file, 'award').map(({ benefit }) => benefit)
      expect(new Set(benefits).size).toBe(benefits.length)
      const [account] = valuesOf(file, 'bank-account')
      expect(luhnDigitOf(account?.account.slice(0, -1) ?? '')).toBe(account?.account.slice(-1))
    }
  })

  test('a rating is known to the day, in service', () => {
    const rated = files.filter(({ profile }) => profile.disability)

    for (const file of rated) {
      const [disability] = valuesOf(file, 'disability')
      const [service] = valuesOf(file, 'service')
      const approved = disability?.approved ?? ''
      expect(approved > (service?.enlisted?.day ?? '9')).toBe(true)
      expect(approved < (service?.discharged?.day ?? '')).toBe(true)
    }
  })

  test('care is said of grades one to four and of mental disorder, and its allowance paid at home only', () => {
    for (const file of files) {
      const [care] = valuesOf(file, 'care')
      const [disability] = valuesOf(file, 'disability')
      const isCaredFor = disability !== undefined && (disability.grade <= 4 || disability.mental === true)
      expect(care !== undefined).toBe(isCaredFor)
      if (disability?.mental) expect([5, 6]).toContain(disability.grade)
      if (valuesOf(file, 'award').some(({ benefit }) => benefit === 'care-allowance'))
        expect(care).toEqual({ mode: 'dispersed' })
    }
  })

  test('a survivor draws on a ground that the law gives to the relation', () => {
    const may: Readonly<Record<string, readonly string[]>> = {
      parent: ['no-means', 'low-income', 'none'],
      spouse: ['no-means', 'low-income', 'none'],
      child: ['studying', 'disabled', 'none'],
    }
    for (const file of files) {
      const [survivor] = valuesOf(file, 'survivor')
      expect(survivor !== undefined).toBe(
        file.profile.identities.some(({ identity }) => identity.startsWith('survivor-of')),
      )
      if (!survivor) continue
      expect(may[survivor.relation]).toContain(survivor.ground)
      expect(survivor.deceased).toMatch(/^\p{Script=Han}{2,3}$/u)
      if (survivor.ground === 'none') expect(valuesOf(file, 'award')).toEqual([])
    }
  })

  test('years are those served as a conscript, a part of a year counting as a year', () => {
    const rural = drawing.filter((file) => valuesOf(file, 'award')[0]?.benefit === 'rural-veteran-subsidy')

    for (const file of rural) {
      const [service] = valuesOf(file, 'service')
      const [award] = valuesOf(file, 'award')
      const whole = ageOn(service?.conscriptFrom?.day ?? demoDay, service?.conscriptTo?.day ?? demoDay)
      expect([whole, whole + 1]).toContain(award?.years)
    }
  })

  test('a conscript span lies inside the service, and officers have none', () => {
    for (const file of files) {
      for (const { conscriptFrom, conscriptTo, enlisted, discharged } of valuesOf(file, 'service')) {
        expect(conscriptFrom === undefined).toBe(file.profile.service?.category === '军官')
        if (conscriptFrom === undefined || conscriptTo === undefined) continue
        expect(conscriptFrom).toEqual(enlisted)
        expect(conscriptTo.day > conscriptFrom.day && conscriptTo.day <= (discharged?.day ?? '')).toBe(true)
      }
    }
  })

  test('a conscript left after the approval and before the demonstration, and says how', () => {
    const serving = files.flatMap((file) => valuesOf(file, 'conscription'))

    expect(serving.length).toBeGreaterThan(50)
    for (const { approved, left, how } of serving) {
      expect(approved <= demoDay).toBe(true)
      expect(left === undefined).toBe(how === undefined)
      if (left !== undefined) expect(left > approved && left <= demoDay).toBe(true)
    }
  })

  test('few are suspended, all of them alive; of the dead who drew it is known what of', () => {
    const suspended = files.filter((file) => valuesOf(file, 'suspension').length > 0)
    const dead = drawing.filter(({ profile }) => profile.died !== undefined)

    expect(suspended.length).toBeGreaterThan(0)
    expect(suspended.length).toBeLessThan(60)
    expect(suspended.every(({ profile }) => profile.died === undefined)).toBe(true)
    expect(dead.length).toBeGreaterThan(50)
    for (const file of dead) expect(valuesOf(file, 'death-cause')).toHaveLength(1)
  })

  test('the supplement of those alone goes to the old and unmarried who draw something else', () => {
    const alone = files.filter((file) => valuesOf(file, 'lone').length > 0)

    expect(alone.length).toBeGreaterThan(20)
    for (const file of alone) {
      expect(file.profile.marital).not.toBe('已婚')
      expect(valuesOf(file, 'award').length).toBeGreaterThan(1)
      expect(valuesOf(file, 'award').at(-1)?.benefit).toBe('lone-supplement')
    }
  })

  test('who came home lately has an arrangement, reported after the discharge', () => {
    const arranged = files.filter((file) => valuesOf(file, 'arrangement').length > 0)

    expect(arranged.length).toBeGreaterThan(20)
    for (const file of arranged) {
      const [arrangement] = valuesOf(file, 'arrangement')
      expect((arrangement?.reported ?? '') > (file.profile.service?.discharged ?? '9')).toBe(true)
      if (arrangement?.letter !== undefined) expect(arrangement.mode).toBe('assigned-work')
    }
  })
})

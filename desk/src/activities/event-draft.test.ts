import { describe, expect, test } from 'vitest'
import { asksEvidence, complaintsOf, type EventDraft, evidenceOf, newDraft, placedOf } from './event-draft.ts'
import { complaints } from './words.ts'

const whole: EventDraft = newDraft({
  seriesId: 3,
  title: '红在东洲进社区',
  day: '2025-03-05',
  division: '999999416000',
  counting: 'list',
  attendance: 42,
})
const held = { purpose: 'record', hasEvidence: true, today: '2025-03-05' } as const

describe('什么时候可以提交', () => {
  test('a whole form has no complaint, on the very day of the event', () => {
    expect(complaintsOf(whole, held)).toEqual({})
  })

  test('an empty form names everything that is missing at once', () => {
    expect(complaintsOf(newDraft({}), held)).toEqual({
      seriesId: complaints.series,
      title: complaints.title,
      day: complaints.day,
      division: complaints.division,
      counting: complaints.counting,
    })
  })

  test.each<[string, Partial<EventDraft>, object]>([
    ['tomorrow cannot have been held', { day: '2025-03-06' }, { day: complaints.future }],
    ['a title of one character says nothing', { title: ' 讲 ' }, { title: complaints.title }],
    ['a count needs its number', { attendance: undefined }, { attendance: complaints.attendance }],
    ['nobody came is a number', { attendance: 0 }, {}],
    ['nobody counted needs none', { counting: 'not-counted', attendance: undefined }, {}],
  ])('%s', (_, change, expected) => {
    expect(complaintsOf({ ...whole, ...change }, held)).toEqual(expected)
  })

  test('an event may be planned for tomorrow, without any count', () => {
    const draft = newDraft({ ...whole, day: '2025-03-06', counting: undefined, attendance: undefined })

    expect(complaintsOf(draft, { purpose: 'schedule', hasEvidence: false, today: '2025-03-05' })).toEqual({})
  })

  test('a correction gives its reason', () => {
    const correction = { ...held, purpose: 'correct' } as const

    expect(complaintsOf(whole, correction)).toEqual({ because: complaints.because })
    expect(complaintsOf({ ...whole, because: '核对签到表' }, correction)).toEqual({})
  })
})

test.each([
  ['record', undefined, true],
  ['hold', 'planned', true],
  ['schedule', undefined, false],
  ['correct', 'planned', false],
  ['correct', 'held', true],
  ['correct', 'cancelled', false],
] as const)('the form for %s of an event that is %s asks for a count: %s', (purpose, state, expected) => {
  expect(asksEvidence(purpose, state)).toBe(expected)
})

test('not counted sends no number, whatever was typed before', () => {
  expect(evidenceOf({ ...whole, counting: 'not-counted' }).attendance).toBeNull()
  expect(evidenceOf(whole).attendance).toBe(42)
})

test('a partner that was linked to an organisation stays linked; a new name is a name', () => {
  const { partners } = placedOf({ ...whole, partners: ['区文化馆', '东洲中学'] }, [
    { name: '区文化馆', organisationId: 7 },
  ])

  expect(partners).toEqual([
    { name: '区文化馆', organisationId: 7 },
    { name: '东洲中学', organisationId: null },
  ])
})

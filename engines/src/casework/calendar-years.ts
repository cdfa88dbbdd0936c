import { addDays, type Day, day } from '@dongzhou/terms/day'
import type { CalendarYear } from './work-calendar.ts'

/** 国务院办公厅 of each autumn, for the year after. Years that are not here are not known; the bureau enters them when they are announced. */
export const announcedYears: readonly CalendarYear[] = [
  {
    year: 2024,
    document: '国务院办公厅关于2024年部分节假日安排的通知',
    rest: [
      ...span('2024-01-01', 1),
      ...span('2024-02-10', 8),
      ...span('2024-04-04', 3),
      ...span('2024-05-01', 5),
      ...span('2024-06-10', 1),
      ...span('2024-09-15', 3),
      ...span('2024-10-01', 7),
    ],
    work: days(
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ),
  },
  {
    year: 2025,
    document: '国务院办公厅关于2025年部分节假日安排的通知',
    rest: [
      ...span('2025-01-01', 1),
      ...span('2025-01-28', 8),
      ...span('2025-04-04', 3),
      ...span('2025-05-01', 5),
      ...span('2025-05-31', 3),
      ...span('2025-10-01', 8),
    ],
    work: days('2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'),
  },
  {
    year: 2026,
    document: '国务院办公厅关于2026年部分节假日安排的通知',
    rest: [
      ...span('2026-01-01', 3),
      ...span('2026-02-15', 9),
      ...span('2026-04-04', 3),
      ...span('2026-05-01', 5),
      ...span('2026-06-19', 3),
      ...span('2026-09-25', 3),
      ...span('2026-10-01', 7),
    ],
    work: days('2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'),
  },
]

function span(from: string, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, at) => addDays(day(from), at))
}

function days(...texts: readonly string[]): readonly Day[] {
  return texts.map(day)
}

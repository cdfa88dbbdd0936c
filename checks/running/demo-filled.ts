import { type Caller, pause } from './server-process.ts'

/** Waits until the demo bureau has all the people it was ordered. */
export async function demoFilled(clerk: Caller, people: number): Promise<void> {
  while ((await countPeople(clerk)) < people) await pause(500)
}

/** How many people stand in the register, the dead and the moved away included; exact up to 10,000. */
export async function countPeople(clerk: Caller): Promise<number> {
  const { total } = await clerk.call<{ total: number }>('registry/listPeople', { page: 1, size: 1, standing: 'all' })
  return total
}

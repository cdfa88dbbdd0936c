import { contract } from '@dongzhou/contract'
import { describe, expect, test } from 'vitest'
import { boundRoutes, jobDefinitions, served } from './rooms.ts'

describe('the rooms', () => {
  test('each room of the contract is served', () => {
    expect(Object.keys(served).sort()).toEqual(Object.keys(contract).sort())
  })

  test('each route has its work, says whether it changes something, and who may', () => {
    const routes = boundRoutes()

    expect(new Set(routes.map(({ name }) => name)).size).toBe(routes.length)
    expect(routes.find(({ name }) => name === 'jobs.cancel')).toMatchObject({ kind: 'write', may: 'signed-in' })
  })

  test('no two jobs share a kind', () => {
    expect([...jobDefinitions().keys()]).toContain('demo.fill-people')
  })
})

import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('the environment', () => {
  test('an empty one gives an embedded database beside the program', () => {
    const config = readConfig({ DONGZHOU_DATA: '/srv/dongzhou/data', PORT: '' })

    expect(config).toMatchObject({
      database: { kind: 'embedded', folder: '/srv/dongzhou/data/database' },
      files: { kind: 'disk', root: '/srv/dongzhou/data/files' },
      keys: { environment: undefined, path: '/srv/dongzhou/data/keys.json' },
      samplesFolder: '/srv/dongzhou/samples',
      backupFolder: undefined,
      demoPeople: 5000,
      host: '127.0.0.1',
      port: 8320,
      origin: undefined,
    })
  })

  test('nightly backups are written where it says', () => {
    expect(readConfig({ DONGZHOU_BACKUP_FOLDER: '/srv/backup' }).backupFolder).toBe('/srv/backup')
  })

  test('a PostgreSQL and an object storage are taken when named', () => {
    const config = readConfig({
      DATABASE_URL: 'postgres://dongzhou@db:5432/dongzhou',
      DATABASE_CONNECTIONS: '40',
      S3_ENDPOINT: 'https://oss.example.cn',
      S3_BUCKET: 'dongzhou',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
      S3_PATH_STYLE: 'false',
      DONGZHOU_ORIGIN: 'https://dongzhou.example.cn/',
    })

    expect(config.database).toMatchObject({ kind: 'postgres', connections: 40 })
    expect(config.files).toMatchObject({ kind: 's3', pathStyle: false, region: 'us-east-1' })
    expect(config.origin).toBe('https://dongzhou.example.cn')
  })

  test.each([
    ['a port that is no number', { PORT: 'http' }, 'PORT'],
    ['a port beyond the last', { PORT: '70000' }, 'PORT'],
    ['another kind of database', { DATABASE_URL: 'mysql://db/dongzhou' }, 'DATABASE_URL'],
    ['an origin with a path', { DONGZHOU_ORIGIN: 'https://example.cn/desk' }, 'DONGZHOU_ORIGIN'],
    ['an origin that is no address', { DONGZHOU_ORIGIN: 'dongzhou' }, 'DONGZHOU_ORIGIN'],
    ['an unknown log level', { DONGZHOU_LOG: 'loud' }, 'DONGZHOU_LOG'],
    ['a demo too small for its samples', { DONGZHOU_DEMO_PEOPLE: '10' }, 'DONGZHOU_DEMO_PEOPLE'],
    ['half an object storage', { S3_BUCKET: 'dongzhou' }, '对象存储须同时设置 S3_ENDPOINT'],
  ])('%s is refused by name, in Chinese', (_what, environment, variable) => {
    expect(() => readConfig(environment)).toThrow(new RegExp(`${variable}.*。$`, 'u'))
  })
})

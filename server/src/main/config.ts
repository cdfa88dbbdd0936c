import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import type { DatabaseConfig } from '../platform/db/database.ts'
import type { FilesConfig } from '../platform/files/index.ts'
import type { KeyringSource } from '../platform/vault/index.ts'

/** Everything one process is told from outside, parsed once. */
export interface Config {
  readonly folder: string
  readonly database: DatabaseConfig
  readonly files: FilesConfig
  readonly keys: KeyringSource
  /** Where a backup is written every night; undefined writes none. */
  readonly backupFolder: string | undefined
  /** After how many days uploads and exports leave the storage. */
  readonly keepFilesDays: number
  readonly signInSecretPath: string
  readonly demoAccountsPath: string
  readonly samplesFolder: string
  /** How many people the demo bureau gets on a first start; 0 makes no demo bureau. */
  readonly demoPeople: number
  readonly host: string
  readonly port: number
  readonly origin: string | undefined
  readonly logLevel: string
}

/** 配置有误: the environment says something impossible. The sentence names the variable and what it may be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly say: string

  constructor(say: string) {
    super(say)
    this.say = say
  }
}

/** Reads the configuration from the environment. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(withoutEmpty(environment))
  if (!parsed.success) throw new ConfigError(sentenceOf(parsed.error))
  const given = parsed.data
  const folder = resolve(given.DONGZHOU_DATA)
  return {
    folder,
    database: databaseOf(folder, given),
    files: filesOf(folder, given),
    keys: { environment: given.DONGZHOU_KEYS, path: join(folder, 'keys.json') },
    backupFolder: given.DONGZHOU_BACKUP_FOLDER === undefined ? undefined : resolve(given.DONGZHOU_BACKUP_FOLDER),
    keepFilesDays: given.DONGZHOU_KEEP_FILES_DAYS,
    signInSecretPath: join(folder, 'sign-in.secret'),
    demoAccountsPath: join(folder, 'demo-accounts.txt'),
    samplesFolder: resolve(given.DONGZHOU_SAMPLES ?? join(dirname(folder), 'samples')),
    demoPeople: given.DONGZHOU_DEMO_PEOPLE,
    host: given.HOST,
    port: given.PORT,
    origin: given.DONGZHOU_ORIGIN,
    logLevel: given.DONGZHOU_LOG,
  }
}

function wholeNumber(least: number, most: number) {
  const say = `应为 ${least} 至 ${most} 的整数`
  return z.coerce.number(say).int(say).min(least, say).max(most, say)
}

const Environment = z.object({
  DONGZHOU_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, '应以 postgres:// 开头，如 postgres://用户@主机:5432/库名')
    .refine(URL.canParse, '不是可以识别的地址')
    .optional(),
  DATABASE_CONNECTIONS: wholeNumber(2, 200).default(16),
  PORT: wholeNumber(0, 65_535).default(8320),
  HOST: z.string().default('127.0.0.1'),
  DONGZHOU_ORIGIN: z
    .string()
    .refine(isOrigin, '应为浏览器打开的网址，只含协议、主机和端口，如 https://dongzhou.example.cn')
    .transform((text) => new URL(text).origin)
    .optional(),
  DONGZHOU_KEYS: z.string().optional(),
  DONGZHOU_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], '应为 debug、info、warn、error、silent 之一')
    .default('warn'),
  DONGZHOU_SAMPLES: z.string().optional(),
  DONGZHOU_BACKUP_FOLDER: z.string().optional(),
  DONGZHOU_KEEP_FILES_DAYS: wholeNumber(1, 36_500).default(180),
  DONGZHOU_DEMO_PEOPLE: z.coerce
    .number('应为整数：0 表示不建演示局，否则至少 1000')
    .int('应为整数')
    .refine((count) => count === 0 || count >= 1000, '应为 0（不建演示局）或至少 1000')
    .default(5000),
  S3_ENDPOINT: z.string().refine(URL.canParse, '应为对象存储的网址，不含存储桶名').optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PATH_STYLE: z.enum(['true', 'false'], '应为 true 或 false').default('true'),
})
type Environment = z.infer<typeof Environment>

function databaseOf(folder: string, given: Environment): DatabaseConfig {
  const { DATABASE_URL: url, DATABASE_CONNECTIONS: connections } = given
  if (url === undefined) return { kind: 'embedded', folder: join(folder, 'database') }
  return { kind: 'postgres', url, connections }
}

function filesOf(folder: string, given: Environment): FilesConfig {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket } = given
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given
  const named = [endpoint, bucket, accessKeyId, secretAccessKey]
  if (named.every((value) => value === undefined)) return { kind: 'disk', root: join(folder, 'files') }
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) {
    throw new ConfigError('对象存储须同时设置 S3_ENDPOINT、S3_BUCKET、S3_ACCESS_KEY_ID、S3_SECRET_ACCESS_KEY。')
  }
  const pathStyle = given.S3_PATH_STYLE === 'true'
  const scratch = join(folder, 'scratch')
  return { kind: 's3', endpoint, bucket, region: given.S3_REGION, accessKeyId, secretAccessKey, pathStyle, scratch }
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === ''
}

/** `PORT=` in a script means: not set. */
function withoutEmpty(environment: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
}

function sentenceOf(error: z.ZodError): string {
  const [issue] = error.issues
  return `环境变量 ${String(issue?.path[0] ?? '')} 有误：${issue?.message ?? '无法识别'}。`
}

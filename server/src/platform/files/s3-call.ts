import { AwsClient } from 'aws4fetch'
import { FilesError } from './files.ts'

/** How often a request is repeated that failed at the storage's end. */
export const RETRIES = 3
/** After how long any request is given up. */
export const PATIENCE_MS = 10 * 60 * 1000

export interface S3Config {
  readonly kind: 's3'
  /** `https://oss.example.cn`, without the bucket. */
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** The bucket stands in the path (MinIO, Ceph), not before the host name (Amazon, most clouds). */
  readonly pathStyle: boolean
  /** A folder of this machine for temporary files. */
  readonly scratch: string
}

/** Sends one signed request about a key, or about the bucket when the key is empty. */
export type S3Call = (method: 'GET' | 'HEAD' | 'DELETE', key: string, query?: string) => Promise<Response>

/** The address of an object, or of the bucket when the key is empty. */
export function addressOf(config: S3Config, key: string): string {
  const { protocol, host, pathname } = new URL(config.endpoint)
  const path = pathname.replace(/\/$/, '')
  return config.pathStyle
    ? `${protocol}//${host}${path}/${config.bucket}/${key}`
    : `${protocol}//${config.bucket}.${host}${path}/${key}`
}

/** Passes a reply on when the storage accepted the request; otherwise throws what it said, without the key. */
export async function accepted(reply: Response, method: string): Promise<Response> {
  if (reply.ok) return reply
  if (reply.status === 404 && method === 'GET') {
    await reply.body?.cancel()
    throw new FilesError('not-found', 'no file is stored under this key')
  }
  const code = /<Code>(\w+)<\/Code>/.exec(await reply.text())?.[1] ?? ''
  throw new FilesError('storage-refused', `the storage answered ${method} with ${reply.status} ${code}`.trim())
}

/** Makes the caller of a storage: signs (AWS signature version 4), repeats what failed at the storage's end, gives up in ten minutes. */
export function callerOf(config: S3Config): S3Call {
  const client = clientOf(config)
  return async (method, key, query = '') => {
    try {
      return await client.fetch(addressOf(config, key) + query, { method, signal: AbortSignal.timeout(PATIENCE_MS) })
    } catch (cause) {
      throw unreachableFor(method, cause)
    }
  }
}

export function clientOf({ accessKeyId, secretAccessKey, region }: S3Config): AwsClient {
  return new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES })
}

export function unreachableFor(method: string, cause: unknown): FilesError {
  return new FilesError('storage-unreachable', `the storage could not be reached for ${method}`, { cause })
}

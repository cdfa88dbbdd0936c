import { checkKind, isFileKey } from './file-key.ts'
import type { ListedFile } from './files.ts'
import { accepted, type S3Call } from './s3-call.ts'

/** The files of a bucket, page by page (ListObjectsV2). Objects that are not ours are passed over. */
export async function* listS3(call: S3Call, kind: string | undefined): AsyncGenerator<ListedFile> {
  if (kind !== undefined) checkKind(kind)
  let token: string | undefined
  do {
    const query = new URLSearchParams({ 'list-type': '2', prefix: kind === undefined ? '' : `${kind}/` })
    if (token !== undefined) query.set('continuation-token', token)
    const reply = await accepted(await call('GET', '', `?${query}`), 'LIST')
    const page = await reply.text()
    yield* filesIn(page)
    token = tokenIn(page)
  } while (token !== undefined)
}

/** Our keys hold nothing that XML would escape, so the elements are read without a parser. */
function filesIn(page: string): readonly ListedFile[] {
  return [...page.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, entry = '']) => {
    const key = /<Key>([^<]*)<\/Key>/.exec(entry)?.[1] ?? ''
    const size = /<Size>(\d+)<\/Size>/.exec(entry)?.[1]
    const putAt = new Date(/<LastModified>([^<]+)<\/LastModified>/.exec(entry)?.[1] ?? '')
    return isFileKey(key) && size !== undefined ? [{ key, size: Number(size), putAt }] : []
  })
}

function tokenIn(page: string): string | undefined {
  if (!/<IsTruncated>true<\/IsTruncated>/.test(page)) return undefined
  return /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(page)?.[1]?.replaceAll('&amp;', '&')
}

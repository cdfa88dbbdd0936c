import { expect, test } from 'vitest'
import type { S3Call } from './s3-call.ts'
import { listS3 } from './s3-list.ts'

const putAt = new Date('2025-06-30T08:00:00.000Z')
const keyOf = (at: number) => `upload/0${at}/0${at}${'0'.repeat(38)}.xlsx`

// The pages of the S3 API reference. s3rver cannot play this part: its continuation tokens want DES, which OpenSSL 3 has no more.
const pageOf = (token: string | undefined, ...entries: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <Name>bureau</Name><IsTruncated>${token !== undefined}</IsTruncated>
  ${token === undefined ? '' : `<NextContinuationToken>${token}</NextContinuationToken>`}
  ${entries.join('\n')}
</ListBucketResult>`

const entryOf = (key: string, size: number) => `<Contents>
    <Key>${key}</Key>
    <LastModified>2025-06-30T08:00:00.000Z</LastModified>
    <ETag>&quot;fba9dede5f27731c9771645a39863328&quot;</ETag>
    <Size>${size}</Size>
  </Contents>`

async function listedFrom(pages: readonly string[], kind?: string) {
  const asked: string[] = []
  const call: S3Call = async (_method, _key, query = '') => {
    asked.push(query)
    return new Response(pages[asked.length - 1])
  }
  const files = []
  for await (const file of listS3(call, kind)) files.push(file)
  return { asked, files }
}

test('a listing of three pages is asked for page by page, each token as the storage gave it', async () => {
  const pages = [
    pageOf('1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J/wm36Hy4vbOwM=', entryOf(keyOf(1), 10), entryOf(keyOf(2), 20)),
    pageOf('a&amp;b+c', entryOf(keyOf(3), 30)),
    pageOf(undefined, entryOf(keyOf(4), 0)),
  ]

  const { asked, files } = await listedFrom(pages, 'upload')

  expect(files).toEqual([1, 2, 3, 4].map((at) => ({ key: keyOf(at), size: at === 4 ? 0 : at * 10, putAt })))
  expect(asked).toEqual([
    '?list-type=2&prefix=upload%2F',
    '?list-type=2&prefix=upload%2F&continuation-token=1ueGcxLPRx1Tr%2FXYExHnhbYLgveDs2J%2Fwm36Hy4vbOwM%3D',
    '?list-type=2&prefix=upload%2F&continuation-token=a%26b%2Bc',
  ])
})

test('objects that somebody else put into the bucket are passed over', async () => {
  const page = pageOf(undefined, entryOf('readme.txt', 5), entryOf(keyOf(1), 10), entryOf('upload/张三.xlsx', 5))

  expect((await listedFrom([page])).files).toEqual([{ key: keyOf(1), size: 10, putAt }])
})

test('an empty bucket is an empty listing', async () => {
  expect(await listedFrom([pageOf(undefined)])).toEqual({ asked: ['?list-type=2&prefix='], files: [] })
})

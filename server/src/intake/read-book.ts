import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ReadingNews, ReadingOrder } from './reading-protocol.ts'
import { troubleIn } from './reading-trouble.ts'

// The reader's heap: the thread is ended, not the server, by a workbook that would need more.
const HEAP_LIMIT_MB = 512
// Rows live until their chunk is handed on: in the default nursery they are copied again and again, a tenth of the reading.
const NURSERY_MB = 64

/**
 * Reads a workbook in a thread of its own and yields what it finds; taking the next piece frees the thread to go on. The thread starts
 * while the order is still being made: opening a sealed file of 20 MB takes longer than that.
 */
export async function* readBook(order: ReadingOrder | Promise<ReadingOrder>): AsyncIterable<ReadingNews> {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB, maxYoungGenerationSizeMb: NURSERY_MB },
  })
  const ended = new AbortController()
  const trouble: { error?: Error } = {}
  worker.once('error', (error: Error) => {
    trouble.error = error
    ended.abort()
  })
  worker.once('exit', () => ended.abort())
  try {
    worker.postMessage(await order)
    for await (const [news] of on(worker, 'message', { signal: ended.signal }) as AsyncIterable<[ReadingNews]>) {
      yield news
      if (news.kind === 'chunk') worker.postMessage('taken')
      if (news.kind === 'end' || news.kind === 'refused' || news.kind === 'failed') return
    }
  } catch (error) {
    if (!ended.signal.aborted) throw error
    yield deathOf(trouble.error)
  } finally {
    await worker.terminate()
  }
}

function deathOf(error: Error | undefined): ReadingNews {
  const isOutOfMemory = error !== undefined && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (isOutOfMemory)
    return {
      kind: 'refused',
      say: '文件展开后过大，无法读取。请按镇（街道）拆成几个文件，每个不超过10万行，再分别上传。',
    }
  return { kind: 'failed', trouble: troubleIn(error ?? new Error('the reading thread ended')) }
}

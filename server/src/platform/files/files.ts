import type { Readable } from 'node:stream'

/** What is put: all the bytes at once, or a stream of them (a Node Readable, a web ReadableStream, a generator). */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>

/** `kind` becomes the folder (`upload`, `report`). Of `name` only the ending is kept, for tools that look at it: a file name may name a person. */
export interface FileLabel {
  readonly kind: string
  readonly name: string
}

/** A file that is stored whole: its key, its size in bytes and the SM3 of its content in hex. */
export interface StoredFile {
  readonly key: string
  readonly size: number
  readonly sm3: string
}

/** A file in the machine's own file system, for tools that want a path. To be read only, and disposed of after use. */
export interface LocalFile {
  readonly path: string
  dispose(): Promise<void>
}

export interface ListedFile {
  readonly key: string
  readonly size: number
  /** When this content was put, by the storage's own clock; bringing it under another key counts too. */
  readonly putAt: Date
}

/**
 * 文件存储 (file storage): keeps the content of uploads and reports under random keys. A file is there whole or not at all, also
 * after a kill or a power cut, and never changes once it is there. Refusals are FilesError.
 */
export interface Files {
  /** Stores a content, piece by piece: a large stream is never held in memory. */
  put(content: FileContent, label: FileLabel): Promise<StoredFile>
  /** Stores a content under the key it had elsewhere: for restoring a backup, where records name the key. Refuses keys not of our making. */
  putAt(key: string, content: FileContent): Promise<StoredFile>
  open(key: string): Promise<Readable>
  localPath(key: string): Promise<LocalFile>
  /** Removing what is no longer there is no error: a job that was interrupted may say it twice. */
  remove(key: string): Promise<void>
  exists(key: string): Promise<boolean>
  /** Every stored file, or those of one kind: for backup and for finding files that no record names. */
  list(kind?: string): AsyncIterable<ListedFile>
}

export type FilesErrorCode = 'bad-key' | 'bad-kind' | 'not-found' | 'storage-refused' | 'storage-unreachable'

export class FilesError extends Error {
  override readonly name = 'FilesError'
  readonly code: FilesErrorCode

  constructor(code: FilesErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

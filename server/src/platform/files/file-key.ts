import { randomBytes } from 'node:crypto'
import { type FileLabel, FilesError } from './files.ts'

const KIND = /^[a-z][a-z0-9-]{0,31}$/
const KEY = /^[a-z][a-z0-9-]{0,31}\/([0-9a-f]{2})\/\1[0-9a-f]{38}(?:\.[a-z0-9]{1,8})?$/

/** A new random key, `upload/3f/3f…e1.xlsx`: 160 bits, so nobody guesses one, and spread over 256 folders a kind. */
export function newFileKey({ kind, name }: FileLabel): string {
  checkKind(kind)
  const random = randomBytes(20).toString('hex')
  return `${kind}/${random.slice(0, 2)}/${random}${endingOf(name)}`
}

/** Lets only keys of our own making through: one of another shape (`../../etc/passwd`) never reaches the file system. */
export function checkFileKey(key: string): string {
  if (!isFileKey(key)) throw new FilesError('bad-key', 'not a file key')
  return key
}

export function isFileKey(key: string): boolean {
  return KEY.test(key)
}

export function checkKind(kind: string): void {
  if (!KIND.test(kind)) throw new FilesError('bad-kind', 'the kind of a file is a word of a-z, 0-9 and hyphens')
}

function endingOf(name: string): string {
  return /[^/\\](\.[a-z0-9]{1,8})$/.exec(name.toLowerCase())?.[1] ?? ''
}

export type { DiskConfig } from './disk-files.ts'
export {
  type FileContent,
  type FileLabel,
  type Files,
  FilesError,
  type FilesErrorCode,
  type ListedFile,
  type LocalFile,
  type StoredFile,
} from './files.ts'
export { type FilesConfig, openFiles } from './open-files.ts'
export type { S3Config } from './s3-call.ts'
export { isUnderCurrentKey, resealFile, sealFiles } from './sealed-files.ts'

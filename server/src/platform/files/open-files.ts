import { type DiskConfig, openDiskFiles } from './disk-files.ts'
import type { Files } from './files.ts'
import type { S3Config } from './s3-call.ts'
import { openS3Files } from './s3-files.ts'

export type FilesConfig = DiskConfig | S3Config

/** Opens the file storage that the configuration names, and sweeps out what an earlier process left half-written. */
export function openFiles(config: FilesConfig): Promise<Files> {
  return config.kind === 'disk' ? openDiskFiles(config) : openS3Files(config)
}

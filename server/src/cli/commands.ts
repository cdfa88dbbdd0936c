import type { Command } from './command.ts'
import { accountsListCommand } from './commands/accounts-list.ts'
import { accountsPasswordCommand } from './commands/accounts-password.ts'
import { backupCommand } from './commands/backup.ts'
import { bureauCreateCommand } from './commands/bureau-create.ts'
import { demoCommand } from './commands/demo.ts'
import { intakeCheckCommand } from './commands/intake-check.ts'
import { integrityCommand } from './commands/integrity.ts'
import { keysRotateCommand } from './commands/keys-rotate.ts'
import { migrateCommand } from './commands/migrate.ts'
import { moveCommand } from './commands/move.ts'
import { reportExportCommand } from './commands/report-export.ts'
import { restoreCommand } from './commands/restore.ts'
import { startCommand } from './commands/start.ts'
import { trailSealCommand } from './commands/trail-seal.ts'
import { trailVerifyCommand } from './commands/trail-verify.ts'

/** 命令表: every command, in the order of the help. One that is added has its file and its line here. */
export const commands: readonly Command[] = [
  startCommand,
  migrateCommand,
  demoCommand,
  bureauCreateCommand,
  accountsListCommand,
  accountsPasswordCommand,
  intakeCheckCommand,
  reportExportCommand,
  backupCommand,
  restoreCommand,
  moveCommand,
  trailSealCommand,
  trailVerifyCommand,
  integrityCommand,
  keysRotateCommand,
]

export { type AccountChange, heldFromReleasing, isRecent } from './account-hold.ts'
export { fenOfDigits, fenOfYuan, plainYuan } from './amounts.ts'
export { type AccountVerdict, accountTrouble, hasRightCheck, judgeAccount } from './bank-account.ts'
export { type CanonicalLine, type CanonicalTransfer, canonicalList } from './canonical-list.ts'
export { type Change, changeSheet, type Evidence, type MonthlySum, type PersonInRun } from './change-sheet.ts'
export {
  type CheckEffect,
  type CheckGround,
  checkName,
  type Finding,
  type NamedCheck,
  type Recipient,
} from './checks/check.ts'
export { findingsOf, gravestFirst, heldBy, namedChecks } from './checks/named-checks.ts'
export { type Share, type ShareLine, shareOf } from './compose.ts'
export { type AmountSpan, type DueSpan, differencesOf, lineKindOf, type MonthDifference } from './differences.ts'
export {
  type BankBatch,
  type BankRow,
  type Layout,
  type LayoutColumn,
  LayoutOverflow,
  type ReturnLayout,
  type TextEncoding,
} from './layout.ts'
export { findLayout, layouts } from './layouts.ts'
export { failureLetter, type Letter, recoveryLetter } from './letters.ts'
export { maskedAccount, maskedAddress, maskedIdNumber, maskedName } from './masking.ts'
export {
  balancesOf,
  entriesOf,
  type MoneyEntry,
  type MoneyEvent,
  type RunBalance,
  runBalanceOf,
} from './money-ledger.ts'
export {
  type Complaint,
  largestReturn,
  type Outcome,
  type ReadReturn,
  readReturn,
  type SentBatch,
  tooLarge,
} from './read-return.ts'
export { type RecipientHead, type RecipientRow, recipientSheet, recipientTitles } from './recipient-sheet.ts'
export { type Instalment, instalmentsAhead, type Recovery, type Withholding, withholdingsOf } from './recovery.ts'
export { isOutstanding, notReissuable, type Payable } from './reissue.ts'
export { type RosterHead, type RosterRow, type RosterSheet, rosterSheet } from './roster.ts'
export {
  endStates,
  mayTakeStep,
  postedStates,
  type RunStep,
  runSteps,
  type StepAnswer,
  sinceSentBack,
  stepRules,
  type TakenStep,
} from './run-steps.ts'
export { type RunToSign, type SignatureRules, type SignaturesNeeded, signaturesNeeded } from './signatures.ts'
export { type RowAnswer, writeBatch, writeReturn } from './write-batch.ts'

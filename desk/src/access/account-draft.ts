import { isStrongPassword } from './first-password.ts'
import { accessWords } from './words.ts'

/** The form of a new account: texts as typed. */
export interface AccountDraft {
  readonly userName: string
  readonly displayName: string
  readonly password: string
  readonly division: string
}

export type AccountComplaints = { readonly [K in keyof AccountDraft]?: string }

export function complaintsOfAccount(draft: AccountDraft): AccountComplaints {
  const userName = draft.userName.trim()
  return {
    ...(/^[a-z][a-z0-9-]{2,29}$/.test(userName) ? {} : { userName: accessWords.userNameWrong }),
    ...(draft.displayName.trim() === '' ? { displayName: accessWords.nameNeeded } : {}),
    ...(isStrongPassword(draft.password, userName) ? {} : { password: accessWords.passwordWeak }),
    ...(draft.division === '' ? { division: accessWords.divisionNeeded } : {}),
  }
}

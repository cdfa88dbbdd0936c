/** Why a sealed value could not be opened, or a text not be sealed or indexed. */
export type VaultErrorCode = 'unknown-key' | 'tampered' | 'malformed'

/** A value that the vault refuses. The message never holds a plaintext, nor the sealed text itself. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly code: VaultErrorCode

  constructor(code: VaultErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Why there is no keyring. */
export type KeyringErrorCode = 'no-keys' | 'not-a-keyring' | 'readable-by-others' | 'already-there' | 'being-changed'

/** 密钥不可用: the installation cannot start or rotate. The sentence is for the operator and holds no part of a key. */
export class KeyringError extends Error {
  override readonly name = 'KeyringError'
  readonly code: KeyringErrorCode

  constructor(code: KeyringErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

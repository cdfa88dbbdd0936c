/** What a blind index can be made of. Each is normalised in its own way, and indexes of different kinds never meet. */
export type IndexKind = 'id-number' | 'phone' | 'bank-account' | 'certificate' | 'action-input'

/**
 * The one form of a text that its blind index is computed over, so that `１３８ 0000 0000` finds `13800000000`. Full-width
 * characters become plain. ID numbers, accounts and certificates lose spaces and hyphens and are upper-cased (a final x is X); lengthening an old
 * 15-digit number is the caller's work. Phones keep digits only, without the 86 before a mobile number.
 */
export function normaliseForIndex(kind: IndexKind, text: string): string {
  const plain = text.normalize('NFKC')
  if (kind !== 'phone') return plain.replace(/[\s-]/g, '').toUpperCase()
  return plain.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
}

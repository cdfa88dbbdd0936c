/** 办理编号 (action id): a random UUID. Make it when a form opens, not when it is sent: then a retry is the same action. */
export function newActionId(): string {
  // crypto.randomUUID exists on https and localhost only; bureaus serve the desk over plain http inside their network.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, at) => versioned(byte, at).toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

// RFC 9562: version 4 in the seventh byte, the variant in the ninth.
function versioned(byte: number, at: number): number {
  if (at === 6) return (byte % 16) + 64
  return at === 8 ? (byte % 64) + 128 : byte
}

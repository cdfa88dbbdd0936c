import type { ServerResponse } from 'node:http'

// antd writes its styles at run time, hence 'unsafe-inline' for styles; scripts come from this server only.
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers every answer carries, and the request id that the log has too. */
export function securityHeaders(response: ServerResponse, requestId: string): void {
  response.setHeader('content-security-policy', POLICY)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(self)')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('x-request-id', requestId)
}

import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import sirv from 'sirv'

export type Pages = (request: IncomingMessage, response: ServerResponse) => void

/** Serves the built desk at /, the pocket at /m, the interface reference at /api/reference. */
export function openPages(folders: { readonly desk: string; readonly pocket: string }): Pages {
  const desk = servingOf(folders.desk, true)
  const pocket = servingOf(folders.pocket, false)
  const reference = sirv(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), {
    etag: true,
  })
  return (request, response) => {
    const path = request.url ?? '/'
    if (path === '/api/reference' || path === '/api/reference/') return sendReference(response)
    if (path === '/api/reference/start.js') return sendReferenceStart(response)
    if (path.startsWith('/api/reference/')) {
      request.url = path.slice('/api/reference'.length)
      return reference(request, response, () => sendMissing(response))
    }
    if (path === '/m' || path.startsWith('/m/')) {
      request.url = path.slice(2) || '/'
      return pocket(request, response, () => sendMissing(response))
    }
    return desk(request, response, () => sendMissing(response))
  }
}

function servingOf(folder: string, isSinglePage: boolean): ReturnType<typeof sirv> {
  if (!existsSync(folder)) return (_request, response) => sendMissing(response)
  return sirv(folder, {
    etag: true,
    gzip: true,
    single: isSinglePage,
    setHeaders: (response, path) => {
      const isNamedByContent = path.includes('/assets/')
      response.setHeader('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

function sendReference(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>接口说明</title>
<link rel="stylesheet" href="/api/reference/swagger-ui.css"></head><body><div id="reference"></div>
<script src="/api/reference/swagger-ui-bundle.js"></script><script src="/api/reference/start.js"></script></body></html>`)
}

function sendReferenceStart(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' })
  response.end(
    "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null })",
  )
}

function sendMissing(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
  response.end(
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>未找到</title><p>没有找到这个页面。<a href="/">返回首页</a></p></html>',
  )
}

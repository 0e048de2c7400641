import { randomBytes } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join, sep } from 'node:path'

export type Page = {
  body: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}
export type Pages = (path: string) => Promise<Page | null>

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

/**
 * The built page as an allow list: the files that exist now, under exactly these request paths. A request path
 * is looked up as it came, never decoded and never joined to a folder, so there is nothing to traverse.
 */
export function openPages(folder: string): Pages {
  const files = new Map<string, string>()
  for (const name of readdirSync(folder, {
    recursive: true,
    encoding: 'utf8',
  })) {
    const file = join(folder, name)
    const type = types[extname(name)]
    if (type !== undefined && statSync(file).isFile()) files.set(`/${name.split(sep).join('/')}`, file)
  }
  return async function page(path) {
    const file = files.get(path === '/' ? '/index.html' : path)
    if (file === undefined) return null
    const nonce = randomBytes(18).toString('base64')
    const bytes = new Uint8Array(await readFile(file))
    const html = file.endsWith('.html')
    return {
      body: html ? withNonce(bytes, nonce) : bytes,
      headers: headersOf(file, html, nonce),
    }
  }
}

/**
 * The content policy of every answer, on both hosts. Emotion writes its rules into <style> elements it marks
 * with the nonce; React sets style attributes through the object model, which no policy forbids.
 */
function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function withNonce(bytes: Uint8Array, nonce: string): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(bytes).replaceAll('__NONCE__', nonce)
  return new TextEncoder().encode(text)
}

function headersOf(file: string, html: boolean, nonce: string): Record<string, string> {
  return {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': contentPolicy(nonce),
    'cache-control': html
      ? 'no-store'
      : isNamedByContent(file)
        ? 'private, max-age=31536000, immutable'
        : 'no-cache',
    ...safeHeaders,
  }
}

/** The build names these by a hash of what is in them: kept, they are not asked for again, nor compiled again. */
function isNamedByContent(file: string): boolean {
  return basename(dirname(file)) === 'assets' && /-[\w-]{8}\.\w+$/.test(file)
}

/** On every answer, also on refusals. */
export const safeHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
}

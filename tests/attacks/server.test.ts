import { mkdirSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../../src-main/browser/server.ts'
import { createDispatch } from '../../src-main/dispatch.ts'
import { createHandlers } from '../../src-main/handlers.ts'
import { openPages } from '../../src-main/pages.ts'
import { decodeWire, encodeWire } from '../../src-main/wire.ts'
import { temporaryFolder } from '../main/temporary-folder.ts'
import { testWorld } from '../main/world.ts'

const token = 'f'.repeat(64)
const bodyLimit = 100_000
const world = testWorld()
let server: RunningServer

beforeAll(async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.json'), '{"secret":1}')
  writeFileSync(join(folder, 'renderer', 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__">')
  writeFileSync(join(folder, 'renderer', 'assets', 'a.js'), 'export {}')
  writeFileSync(join(folder, 'renderer', 'assets', 'a-Bq0_f-9Z.js'), 'export {}')
  writeFileSync(join(folder, 'renderer', '.env'), 'secret')
  const dispatch = createDispatch(createHandlers(world), world.log)
  const pages = openPages(join(folder, 'renderer'))
  server = await startServer({ port: 0, token, pages, dispatch, log: world.log, bodyLimit })
})

afterAll(() => server.close())

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
type Attack = { method?: string; path?: string; headers?: Record<string, string>; body?: Uint8Array }

function send(attack: Attack): Promise<Answer> {
  const { port, hostname } = new URL(server.origin)
  const { method = 'GET', path = '/', headers = {}, body } = attack
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function call(body: Uint8Array, headers: Record<string, string> = {}): Promise<Answer> {
  const own = { origin: server.origin, 'x-jiheng-token': token, ...headers }
  return send({ method: 'POST', path: '/call', body, headers: own })
}

const info = encodeWire({ method: 'app.info', input: {} })

/** Sends text as it stands, because http clients repair what an attacker would not. */
function raw(text: string): Promise<string> {
  const { port, hostname } = new URL(server.origin)
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', (chunk) => {
      answer += chunk.toString()
    })
    socket.on('error', () => resolve(answer))
    socket.on('close', () => resolve(answer))
  })
}

describe('who may call', () => {
  it('answers its own page', async () => {
    const answer = await call(info)
    expect(answer.status).toBe(200)
    expect(decodeWire(answer.body)).toMatchObject({ ok: true, value: { version: '1.2.3' } })
  })

  it.each(['evil.example', 'localhost', 'evil.example:46071', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'refuses the host %s',
    async (host) => {
      expect((await call(info, { host })).status).toBe(403)
      expect((await send({ headers: { host } })).status).toBe(403)
    },
  )

  it.each(['http://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1:1', 'file://'])(
    'refuses the origin %s',
    async (origin) => {
      expect((await call(info, { origin })).status).toBe(403)
      expect((await send({ headers: { origin } })).status).toBe(403)
    },
  )

  it('refuses a call without origin', async () => {
    const headers = { 'x-jiheng-token': token }
    expect((await send({ method: 'POST', path: '/call', body: info, headers })).status).toBe(403)
  })

  it.each(['', 'f'.repeat(63), 'e'.repeat(64), `${'f'.repeat(64)}0`])(
    'refuses the token %j',
    async (wrong) => {
      const answer = await call(info, { 'x-jiheng-token': wrong })
      expect(answer.status).toBe(403)
      expect(answer.body.toString()).toBe('403\n')
    },
  )

  it('refuses a call without token', async () => {
    const headers = { origin: server.origin }
    expect((await send({ method: 'POST', path: '/call', body: info, headers })).status).toBe(403)
  })

  it('never allows another origin to read', async () => {
    const answer = await send({ method: 'OPTIONS', path: '/call', headers: { origin: server.origin } })
    expect(answer.status).toBe(405)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it.each(['GET', 'PUT', 'DELETE', 'HEAD'])('refuses %s on /call', async (method) => {
    const headers = { origin: server.origin, 'x-jiheng-token': token }
    expect((await send({ method, path: '/call', headers })).status).toBe(405)
  })

  it('listens on this machine only', () => {
    expect(new URL(server.origin).hostname).toBe('127.0.0.1')
  })
})

describe('pages', () => {
  it('serves what was built, with a fresh nonce and the policy', async () => {
    const [first, second] = [await send({}), await send({ path: '/index.html?x=1' })]
    const nonce = /nonce="([^"]+)"/.exec(first.body.toString())?.[1] ?? ''
    expect(nonce).toHaveLength(24)
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(first.headers['content-security-policy']).not.toMatch(/unsafe|\*|http/)
    expect(first.headers['x-content-type-options']).toBe('nosniff')
    expect(second.body.toString()).not.toContain(nonce)
    expect((await send({ path: '/assets/a.js' })).status).toBe(200)
  })

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/%252e%252e%252fsecret.json',
    '/..\\secret.json',
    '/..%5csecret.json',
    '/%c0%ae%c0%ae/secret.json',
    '//secret.json',
    '/./index.html',
    '/index.html%00.js',
    '/index.html/',
    '/.env',
    '/etc/passwd',
    '/assets',
    '/__proto__',
    '/constructor',
  ])('finds nothing at %s', async (path) => {
    const { host } = new URL(server.origin)
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).not.toContain('secret')
  })

  it.each(['/\u0000index.html', 'http://evil.example/', 'index.html', '*'])(
    'serves nothing for %j',
    async (path) => {
      const { host } = new URL(server.origin)
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 40[034] /)
    },
  )

  it('lets the browser keep what is named by its content, and asks again for all else', async () => {
    const kept = async (path: string) => (await send({ path })).headers['cache-control']
    expect(await kept('/assets/a-Bq0_f-9Z.js')).toBe('private, max-age=31536000, immutable')
    expect(await kept('/assets/a.js')).toBe('no-cache')
    expect(await kept('/')).toBe('no-store')
  })

  it('takes no POST on a page', async () => {
    expect((await send({ method: 'POST', path: '/index.html' })).status).toBe(405)
  })
})

describe('bodies', () => {
  it('refuses a declared size beyond the cap before reading', async () => {
    const { host } = new URL(server.origin)
    const head = [
      'POST /call HTTP/1.1',
      `Host: ${host}`,
      `Origin: ${server.origin}`,
      `X-JiHeng-Token: ${token}`,
      'Content-Length: 99999999999',
    ].join('\r\n')
    expect(await raw(`${head}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('stops an undeclared body at the cap', async () => {
    const { host } = new URL(server.origin)
    const head = [
      'POST /call HTTP/1.1',
      `Host: ${host}`,
      `Origin: ${server.origin}`,
      `X-JiHeng-Token: ${token}`,
      'Transfer-Encoding: chunked',
    ].join('\r\n')
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`
    // No end of the body is ever sent: the answer must come before it.
    expect(await raw(`${head}\r\n\r\n${chunk.repeat(4)}`)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['noise', new Uint8Array(50).fill(200)],
    ['a header beyond the end', new Uint8Array([255, 255, 255, 127, 123])],
    ['no call', encodeWire(null)],
    ['a call without a verb', encodeWire({ input: {} })],
    ['a call with more', encodeWire({ method: 'app.info', input: {}, also: 1 })],
  ])('refuses %s', async (_name, body) => {
    expect((await call(body)).status).toBe(400)
  })

  it.each(['file.open', '__proto__', 'constructor', 'toString'])('refuses the verb %s', async (method) => {
    const answer = await call(encodeWire({ method, input: {} }))
    expect(decodeWire(answer.body)).toEqual({ ok: false, code: 'unknown-verb' })
  })

  it('keeps a name with .. inside the export folder', async () => {
    const input = { name: '../../../tmp/x.txt', bytes: new Uint8Array([1]) }
    const answer = await call(encodeWire({ method: 'file.save', input }))
    expect(decodeWire(answer.body)).toMatchObject({ ok: true, value: { name: '_.._.._tmp_x.txt' } })
  })

  it('survives all that', async () => {
    expect((await call(info)).status).toBe(200)
    expect(world.lines.filter((line) => line.startsWith('error'))).toEqual([])
  })
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
}
/** As strict as the program's own: without eval zod walks every schema. */
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'"

/** The exchange alone, built as the program is, on a page of its own; `#desktop` keeps files in memory. */
export async function serveExchange(): Promise<{ url: string; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-exchange-'))
  await build({
    ...{ root: join(root, 'tests', 'performance'), configFile: false, logLevel: 'warn', base: './' },
    resolve: {
      alias: {
        '#desktop': join(root, 'tests', 'performance', 'exchange-desktop.ts'),
        crypto: join(root, 'build', 'no-node-crypto.mjs'),
      },
    },
    worker: { format: 'es' },
    build: {
      ...{ outDir: folder, emptyOutDir: true, target: 'chrome109', modulePreload: { polyfill: false } },
      rollupOptions: { input: join(root, 'tests', 'performance', 'exchange-page.html') },
    },
  })
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
    try {
      const body = readFileSync(join(folder, path === '/' ? 'exchange-page.html' : path))
      const type = types[extname(path)] ?? types['.html']
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(body)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // listening on a port
  const close = () => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `http://127.0.0.1:${port}/`, close }
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A blank page of React and MUI, built as the program is, on a server of its own. */
export async function serveBlank(): Promise<{ url: string; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-blank-'))
  await build({
    ...{ root: join(root, 'tests', 'performance'), configFile: false, logLevel: 'warn', base: './' },
    plugins: [react()],
    build: {
      ...{ outDir: folder, emptyOutDir: true, target: 'chrome109' },
      rollupOptions: { input: join(root, 'tests', 'performance', 'blank-page.html') },
    },
  })
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
    try {
      const body = readFileSync(join(folder, path === '/' ? 'blank-page.html' : path))
      const type = extname(path) === '.js' ? 'text/javascript' : 'text/html; charset=utf-8'
      response.writeHead(200, { 'content-type': type }).end(body)
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

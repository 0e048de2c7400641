import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../out/main/browser.js', import.meta.url))

export type Served = {
  /** With the token: open this first. */
  url: string
  dataDir: string
  exportsDir: string
  close: () => Promise<void>
}

/** The browser edition as built, with empty folders; on a free port unless one is asked for. */
export async function serveApp(port = Number(process.env.JIHENG_PORT ?? 0)): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-served-'))
  const [dataDir, exportsDir] = [join(folder, 'data'), join(folder, '绩衡导出')]
  const child = spawn(process.execPath, [entry], {
    env: {
      ...process.env,
      JIHENG_PORT: String(port),
      JIHENG_DATA: dataDir,
      JIHENG_EXPORTS: exportsDir,
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  async function close(): Promise<void> {
    await new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill()
    })
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, dataDir, exportsDir, close }
}

/** Without a display the edition prints its address instead of opening a window. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]{64}/.exec(text)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)))
  })
}

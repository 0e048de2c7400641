import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { type RunningApp, test } from './app.ts'

const server = fileURLToPath(new URL('../../out/main/browser.js', import.meta.url))

/** Starts the edition once more on a port that is already taken, and waits for its end. */
function startAgain(app: RunningApp, port: string): Promise<{ code: number | null; text: string }> {
  const places = { JIHENG_PORT: port, JIHENG_DATA: app.dataDir, JIHENG_EXPORTS: app.exportsDir }
  const child = spawn(process.execPath, [server], {
    env: { ...process.env, ...places, DISPLAY: '', WAYLAND_DISPLAY: '' },
  })
  return new Promise((resolve) => {
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
    }
    child.once('exit', (code) => resolve({ code, text }))
  })
}

test('a second start leads to the running one', async ({ app, page }) => {
  const again = await startAgain(app, new URL(app.origin).port)
  expect(again.code).toBe(0)
  expect(again.text).toContain(app.url)
  await page.goto(app.url)
  await expect(page.locator('main')).toBeVisible()
})

test('a port taken by another program is named, and that program learns no token', async ({ app }) => {
  const heard: unknown[] = []
  const stranger = createServer((request, response) => {
    heard.push(request.headers['x-jiheng-token'])
    response.end('hello')
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  const { port } = stranger.address() as AddressInfo
  const again = await startAgain(app, String(port))
  stranger.close()
  expect(again.code).toBe(1)
  expect(again.text).toContain(`端口 ${port} 被其他程序占用`)
  expect(again.text).toContain('重启电脑后先打开绩衡')
  expect(heard).toEqual([])
})

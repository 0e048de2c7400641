import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { findBrowser } from '../../build/find-browser.mjs'
import { keepRecoveryCode, logIn, password } from './start-book.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** A person's machine: a home folder, a browser, and a port that nobody else has. */
type Machine = { home: string; data: string; environment: NodeJS.ProcessEnv; port: number }

async function newMachine(folder: string, display: string): Promise<Machine> {
  const home = join(folder, 'home')
  const browser = join(folder, 'browser')
  mkdirSync(home)
  // The same browser, with a door for the test.
  writeFileSync(browser, `#!/bin/sh\nexec "${findBrowser()}" --remote-debugging-port=0 "$@"\n`)
  chmodSync(browser, 0o755)
  const port = await freePort()
  const { XDG_DATA_HOME: _, ...rest } = process.env
  const environment = {
    ...rest,
    HOME: home,
    DISPLAY: display,
    CHROME_PATH: browser,
    JIHENG_PORT: String(port),
  }
  return { home, data: join(home, '.local', 'share', 'JiHeng'), environment, port }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a server on a port has no other kind of address
  await new Promise((resolve) => server.close(resolve))
  return port
}

const endings: (() => void)[] = []
test.afterEach(() => {
  for (const end of endings) end()
})

/** A screen that nobody sees: without one, a browser does not hand a second window over to the first. */
function startScreen() {
  const number = 100 + (process.pid % 800)
  return {
    number,
    process: spawn('Xvfb', [`:${number}`, '-screen', '0', '1366x768x24'], { stdio: 'ignore' }),
  }
}

function unpack(archive: string, place: string): string {
  mkdirSync(place, { recursive: true })
  expect(spawnSync('tar', ['-xzf', archive, '-C', place]).status).toBe(0)
  return join(place, '绩衡')
}

/** Where nobody could answer it, no dialog waits for its answer. */
const noScreen = ':99999'

type Started = { code: number | null; words: string }

/** What a double click does; resolves when the starter has ended. */
function doubleClick(
  program: string,
  machine: Machine,
  display = machine.environment.DISPLAY,
): Promise<Started> {
  const child = spawn(join(program, '启动绩衡.sh'), {
    env: { ...machine.environment, DISPLAY: display },
    cwd: '/',
  })
  return new Promise((resolve) => {
    let words = ''
    child.stdout.on('data', (chunk: Buffer) => {
      words += chunk.toString()
    })
    child.once('close', (code) => resolve({ code, words }))
  })
}

/** The person at the window that was opened on this data. */
async function atWindow(data: string, work: (page: Page, browser: Browser) => Promise<void>): Promise<void> {
  const [port] = readFileSync(join(data, 'browser', 'DevToolsActivePort'), 'utf8').split('\n')
  const browser = await connected(`http://127.0.0.1:${port}`)
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('no window')
  await work(page, browser)
  await browser.close()
}

/** To a window that is only just opening, the door may stay silent: once more, then. */
async function connected(address: string, tries = 4): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: 10_000 })
  } catch (error) {
    if (tries === 1) throw error
    return connected(address, tries - 1)
  }
}

/** Closes every window; the edition ends by itself. */
async function closeAll(machine: Machine, data = machine.data): Promise<void> {
  await atWindow(data, async (_page, browser) => {
    const session = await browser.newBrowserCDPSession()
    await session.send('Browser.close').catch((error: Error) => expect(error.message).toContain('closed'))
  })
  await expect.poll(() => isListening(machine.port), { timeout: 20_000 }).toBe(false)
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

async function makeBook(page: Page): Promise<void> {
  await page.getByLabel('年度').fill('2025')
  await page.getByLabel('经办人').fill('王晓')
  await page.getByLabel('登录密码').fill(password)
  await page.getByLabel('再次输入密码').fill(password)
  await page.getByRole('button', { name: '新建账套' }).click()
  await keepRecoveryCode(page)
  await expect(page.getByRole('banner')).toContainText('2025 年度')
}

async function seeBook(page: Page): Promise<void> {
  await logIn(page)
  await expect(page.getByRole('banner')).toContainText('2025 年度')
}

test('the portable folder keeps its data through moving, renewing, removing, and beside itself', {
  tag: '@soak',
}, async () => {
  test.skip(process.platform !== 'linux' || process.arch !== 'x64', 'packs and runs the folder for Linux x64')
  test.skip(spawnSync('which', ['Xvfb']).status !== 0, 'needs Xvfb')
  test.setTimeout(600_000)
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-portable-'))
  const packed = spawnSync('npm', ['run', '-s', 'portable', '--', 'linux-x64', '--to', folder], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(packed.status, packed.stderr).toBe(0)
  expect(spawnSync('sha256sum', ['-c', 'SHA256SUMS.txt'], { cwd: folder }).status).toBe(0)
  const archive = join(folder, `JiHeng-${version}-browser-linux-x64.tar.gz`)
  const screen = startScreen()
  endings.push(() => screen.process.kill())
  const machine = await newMachine(folder, `:${screen.number}`)
  let program = unpack(archive, join(folder, '程序 一（旧）'))

  await test.step('a double click opens a window, a second one the same data', async () => {
    expect(await doubleClick(program, machine)).toEqual({ code: 0, words: '' })
    await atWindow(machine.data, async (page) => {
      await makeBook(page)
      const opened = page.context().waitForEvent('page')
      expect(await doubleClick(program, machine)).toEqual({ code: 0, words: '' })
      const second = await opened
      await expect(second.getByLabel('密码')).toBeVisible()
      await second.close()
    })
    await closeAll(machine)
  })

  await test.step('moved elsewhere, it has the same data', async () => {
    const moved = join(folder, '搬到 这里', '绩衡')
    mkdirSync(join(folder, '搬到 这里'))
    renameSync(program, moved)
    program = moved
    expect(await doubleClick(program, machine)).toEqual({ code: 0, words: '' })
    await atWindow(machine.data, seeBook)
  })

  await test.step('a newer version does not join the older one that runs, and has its data afterwards', async () => {
    const newer = unpack(archive, join(folder, '新版'))
    const description = join(newer, 'program', 'package.json')
    writeFileSync(description, readFileSync(description, 'utf8').replace(version, '99.0.0'))
    const refused = await doubleClick(newer, machine, noScreen)
    expect(refused.code).toBe(1)
    expect(refused.words).toContain(`绩衡 ${version} 正在运行`)
    await closeAll(machine)
    rmSync(program, { recursive: true })
    program = newer
    expect(await doubleClick(program, machine)).toEqual({ code: 0, words: '' })
    await atWindow(machine.data, async (page) => {
      await seeBook(page)
      await page.evaluate(() => {
        location.hash = '#/settings/about'
      })
      await expect(page.getByText('99.0.0')).toBeVisible()
    })
    await closeAll(machine)
  })

  await test.step('removed and unpacked again, it has its data', async () => {
    rmSync(program, { recursive: true })
    program = unpack(archive, join(folder, '重装'))
    expect(await doubleClick(program, machine)).toEqual({ code: 0, words: '' })
    await atWindow(machine.data, seeBook)
    await closeAll(machine)
  })

  await test.step('with a folder data, it carries its own data along', async () => {
    const before = readdirSync(machine.home)
    mkdirSync(join(program, 'data'))
    expect(await doubleClick(program, machine)).toEqual({ code: 0, words: '' })
    await atWindow(join(program, 'data'), makeBook)
    await closeAll(machine, join(program, 'data'))
    const carried = join(folder, '优 盘')
    renameSync(program, carried)
    program = carried
    expect(await doubleClick(program, machine)).toEqual({ code: 0, words: '' })
    await atWindow(join(program, 'data'), seeBook)
    await closeAll(machine, join(program, 'data'))
    expect(readdirSync(machine.home)).toEqual(before)
  })

  await test.step('a port that another program has is named', async () => {
    const stranger = createServer()
    await new Promise<void>((resolve) => stranger.listen(machine.port, '127.0.0.1', resolve))
    const refused = await doubleClick(program, machine, noScreen)
    stranger.close()
    expect(refused.code).toBe(1)
    expect(refused.words).toContain(`端口 ${machine.port} 被其他程序占用`)
  })

  expect(existsSync(join(program, 'data', 'browser'))).toBe(true)
  rmSync(folder, { recursive: true, force: true })
})

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { startApplication } from '../../src-main/electron/application.ts'
import { temporaryFolder } from '../main/temporary-folder.ts'
import { standIn } from './stand-in.ts'

async function started(answers: Parameters<typeof standIn>[0] = {}) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'renderer'))
  writeFileSync(join(folder, 'renderer', 'index.html'), '<meta nonce="__NONCE__">')
  writeFileSync(join(folder, 'secret.json'), '{}')
  const stand = standIn(answers)
  await startApplication(stand.electron, {
    data: join(folder, 'data'),
    exports: join(folder, 'exports'),
    renderer: join(folder, 'renderer'),
    preload: join(folder, 'preload.cjs'),
  })
  const window = stand.seen.windows[0]
  return { ...stand, folder, window, contents: window?.contents }
}

describe('the window', () => {
  it('is sandboxed, isolated and without Node', async () => {
    const { seen, window } = await started()
    expect(seen.windows).toHaveLength(1)
    expect(window?.options).toMatchObject({
      width: 1366,
      height: 768,
      minWidth: 1180,
      minHeight: 700,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        devTools: false,
      },
    })
    expect(window?.loaded).toEqual(['app://jiheng/'])
    expect(seen.sandboxed).toBe(true)
  })

  it('has its scheme and its sandbox before Electron is ready, and its data where it always is', async () => {
    const { seen, folder } = await started()
    expect(seen.order.slice(0, 3)).toEqual(['schemes', 'sandbox', 'ready'])
    expect(seen.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
    expect(seen.paths).toEqual({ userData: join(folder, 'data') })
  })

  it('opens once: a second start ends and the first window comes forward', async () => {
    const second = await started({ firstInstance: false })
    expect(second.seen.windows).toEqual([])
    expect(second.seen.quits).toBe(1)
    const first = await started()
    first.app.emit('second-instance')
    expect(first.window?.focused).toBe(1)
  })
})

describe('closing the window', () => {
  async function closing(answers: Parameters<typeof started>[0] = {}) {
    const { seen } = await started(answers)
    const event = { preventDefault: vi.fn() }
    const window = seen.windows[0]?.window
    const frame = seen.windows[0]?.contents
    const sender = { sender: frame, senderFrame: { url: 'app://jiheng/', parent: null } }
    return {
      seen,
      event,
      close: () => window?.emit('close', event),
      call: (verb: string) => seen.invoke?.(sender, verb, {}),
    }
  }

  it('waits for the page that asked to be told, and closes when it is done', async () => {
    const { seen, event, close, call } = await closing()
    const told = call('window.closing')
    await Promise.resolve()
    close()
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(await told).toEqual({ ok: true, value: true })
    await call('window.close')
    expect(seen.order).toContain('destroy')
  })

  it('does not wait for a page that never asked, nor a second time', async () => {
    const { event, close, call } = await closing()
    close()
    expect(event.preventDefault).not.toHaveBeenCalled()
    void call('window.closing')
    await Promise.resolve()
    close()
    close()
    expect(event.preventDefault).toHaveBeenCalledOnce()
  })

  it.each([
    { button: 0, word: '留在这里', isLeft: false },
    { button: 1, word: '仍然离开', isLeft: true },
  ])(
    'asks about what the page holds and does not keep, once it is told: $word',
    async ({ button, isLeft }) => {
      const { seen, event, close, call } = await closing({ button, unkept: true })
      for (const times of isLeft ? [1] : [1, 2]) {
        const told = call('window.closing')
        await Promise.resolve()
        close()
        expect(event.preventDefault).toHaveBeenCalledTimes(times)
        await told
        await call('window.close')
        expect(seen.order.includes('destroy')).toBe(isLeft)
      }
    },
  )

  it('is not done by a page while nobody closes', async () => {
    const { seen, call } = await closing()
    await call('window.close')
    expect(seen.order).not.toContain('destroy')
  })
})

describe('leaving a page with what is not saved', () => {
  it.each([
    { button: 0, times: 0 },
    { button: 1, times: 1 },
  ])('lets it go only where that is answered: $button', async ({ button, times }) => {
    const { contents } = await started({ button })
    const event = { preventDefault: vi.fn() }
    contents?.emit('will-prevent-unload', event)
    expect(event.preventDefault).toHaveBeenCalledTimes(times)
  })
})

describe('navigation', () => {
  it.each([
    'https://evil.example/',
    'file:///etc/passwd',
    'app://evil/',
    'app://jiheng.evil.example/',
    'app://jiheng@evil/',
    'app://user@jiheng/',
    'app://jiheng/other.html',
    'javascript:alert(1)',
    'data:text/html,x',
    'not an address',
  ])('refuses %s', async (url) => {
    const { contents } = await started()
    for (const name of ['will-navigate', 'will-frame-navigate']) {
      const event = { url, isMainFrame: true, preventDefault: vi.fn() }
      contents?.emit(name, event)
      expect(event.preventDefault).toHaveBeenCalledOnce()
    }
  })

  it('lets its own page be loaded again', async () => {
    const { contents } = await started()
    const event = { url: 'app://jiheng/#/goals', preventDefault: vi.fn() }
    contents?.emit('will-navigate', event)
    expect(event.preventDefault).not.toHaveBeenCalled()
  })

  it.each(['will-redirect', 'will-attach-webview'])('refuses %s always', async (name) => {
    const { contents } = await started()
    const event = { url: 'app://jiheng/', preventDefault: vi.fn() }
    contents?.emit(name, event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
  })

  it('opens no second window', async () => {
    const { contents } = await started()
    expect(contents?.openWindow?.()).toEqual({ action: 'deny' })
  })

  it('grants nothing and fetches nothing from outside', async () => {
    const { seen } = await started()
    const { request, check, device, fetch } = seen.session as Record<
      string,
      (...values: unknown[]) => unknown
    >
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fileSystem',
      'usb',
    ]) {
      const answer = vi.fn()
      request?.({}, permission, answer)
      expect(answer).toHaveBeenCalledWith(false)
      expect(check?.({}, permission)).toBe(false)
    }
    expect(device?.({})).toBe(false)
    const verdicts = [
      'https://evil.example/',
      'file:///x',
      'ws://a/',
      'app://jiheng/a.js',
      'blob:app://jiheng/1',
    ]
    expect(
      verdicts.map((url) => {
        const answer = vi.fn()
        fetch?.({ url }, answer)
        return answer.mock.calls[0]?.[0].cancel
      }),
    ).toEqual([true, true, true, false, false])
  })
})

describe('calls', () => {
  const foreign: [string, unknown][] = [
    ['a frame that is gone', null],
    ['a foreign page', { url: 'https://evil.example/', parent: null }],
    ['a page whose name only begins alike', { url: 'app://jiheng.evil/', parent: null }],
    ['an address that only contains ours', { url: 'https://evil/?app://jiheng/', parent: null }],
    ['a frame inside our page', { url: 'app://jiheng/', parent: {} }],
  ]
  it.each(foreign)('refuses %s', async (_name, senderFrame) => {
    const { seen, contents } = await started()
    const reply = await seen.invoke?.({ sender: contents, senderFrame }, 'app.info', {})
    expect(reply).toEqual({ ok: false, code: 'refused' })
  })

  it('refuses other contents with our address', async () => {
    const { seen, contents } = await started()
    const reply = await seen.invoke?.({ sender: {}, senderFrame: contents?.mainFrame }, 'app.info', {})
    expect(reply).toEqual({ ok: false, code: 'refused' })
  })

  it('answers its own page, with the same contract', async () => {
    const { seen, contents } = await started()
    const event = { sender: contents, senderFrame: contents?.mainFrame }
    expect(await seen.invoke?.(event, 'app.info', {})).toMatchObject({
      ok: true,
      value: { version: '1.2.3', edition: 'electron' },
    })
    expect(await seen.invoke?.(event, '__proto__', {})).toEqual({ ok: false, code: 'unknown-verb' })
    expect(await seen.invoke?.(event, 'file.save', { name: 1 })).toEqual({ ok: false, code: 'bad-request' })
  })

  it('saves where the dialog says, and a PDF of the page', async () => {
    const path = join(temporaryFolder(), '文档', '目标表.pdf')
    const { seen, contents, folder } = await started({ savePath: path })
    const event = { sender: contents, senderFrame: contents?.mainFrame }
    const reply = await seen.invoke?.(event, 'page.savePdf', { name: '../目标/表.pdf' })
    expect(reply).toEqual({
      ok: true,
      value: { name: '目标表.pdf', place: expect.stringMatching(/\/文档$/) },
    })
    expect(readFileSync(path, 'utf8')).toBe('%PDF')
    expect(seen.askedDefault).toBe(join(folder, 'exports', '_目标_表.pdf'))
  })

  it('saves nothing when the dialog is cancelled', async () => {
    const { seen, contents } = await started()
    const event = { sender: contents, senderFrame: contents?.mainFrame }
    const file = { name: '表.xlsx', bytes: new Uint8Array([1]) }
    expect(await seen.invoke?.(event, 'file.save', file)).toEqual({ ok: true, value: null })
    const batch = { name: '表', files: [] }
    expect(await seen.invoke?.(event, 'folder.save', batch)).toEqual({ ok: true, value: null })
  })
})

describe('app://', () => {
  it('serves the page with the content policy and a nonce', async () => {
    const { seen } = await started()
    const response = await seen.serve?.({ url: 'app://jiheng/', method: 'GET' })
    const nonce = /nonce="([^"]+)"/.exec((await response?.text()) ?? '')?.[1]
    expect(response?.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
    expect(response?.headers.get('content-security-policy')).not.toContain('unsafe')
  })

  it.each([
    'app://jiheng/../secret.json',
    'app://jiheng/%2e%2e/secret.json',
    'app://jiheng/..%2fsecret.json',
    'app://jiheng/%252e%252e%252fsecret.json',
    'app://jiheng/..%5csecret.json',
    'app://jiheng/index.html%00',
    'app://jiheng//secret.json',
    'app://jiheng/__proto__',
    'app://evil/index.html',
    'app://user@jiheng/index.html',
    'file:///etc/passwd',
    '',
  ])('refuses %j', async (url) => {
    const { seen } = await started()
    const response = await seen.serve?.({ url, method: 'GET' })
    expect([403, 404]).toContain(response?.status)
  })

  it('refuses to be written to', async () => {
    const { seen } = await started()
    expect((await seen.serve?.({ url: 'app://jiheng/', method: 'POST' }))?.status).toBe(403)
  })
})

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { chosenBrowser, isProfileOpen } from '../../src-main/browser/window.ts'
import { temporaryFolder } from './temporary-folder.ts'

afterEach(() => vi.unstubAllEnvs())

describe('the browser of this data', () => {
  function installed(folder: string, name: string): string {
    const path = join(folder, name)
    writeFileSync(path, '')
    return path
  }

  it('stays the same when another one is installed, because the other may be older', () => {
    vi.stubEnv('CHROME_PATH', undefined)
    const data = temporaryFolder()
    const [edge, chrome] = [installed(data, 'edge'), installed(data, 'chrome')]
    expect(chosenBrowser(data, () => edge)).toBe(edge)
    expect(chosenBrowser(data, () => chrome)).toBe(edge)
    expect(readFileSync(join(data, 'browser.txt'), 'utf8')).toBe(`${edge}\n`)
  })

  it('is another one only when the last is gone, or when one is named', () => {
    vi.stubEnv('CHROME_PATH', undefined)
    const data = temporaryFolder()
    const [edge, chrome] = [installed(data, 'edge'), installed(data, 'chrome')]
    chosenBrowser(data, () => edge)
    vi.stubEnv('CHROME_PATH', chrome)
    expect(chosenBrowser(data, () => chrome)).toBe(chrome)
    vi.stubEnv('CHROME_PATH', undefined)
    rmSync(chrome)
    expect(chosenBrowser(data, () => edge)).toBe(edge)
    rmSync(edge)
    expect(chosenBrowser(data, () => null)).toBe(null)
  })
})

describe.skipIf(process.platform === 'win32')('a profile', () => {
  function profileHeldBy(process: number): string {
    const profile = join(temporaryFolder(), 'browser')
    mkdirSync(profile)
    symlinkSync(`${hostname()}-${process}`, join(profile, 'SingletonLock'))
    return profile
  }

  it('is open while the browser that marked it runs', () => {
    expect(isProfileOpen(profileHeldBy(process.pid))).toBe(true)
  })

  it('is not open where nobody marked it, nor when the one who did was killed', () => {
    expect(isProfileOpen(temporaryFolder())).toBe(false)
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    expect(isProfileOpen(profileHeldBy(pid))).toBe(false)
  })
})

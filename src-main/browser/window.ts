import { spawn } from 'node:child_process'
import { existsSync, lstatSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { appWindowArguments, findBrowser } from '../../build/find-browser.mjs'
import { systemCode } from '../errors.ts'

/** A process that shows our pages in a window of its own; `ended` is when it ends. */
export type AppWindow = { shown: Promise<void>; ended: Promise<void> }

/** A window of the browser on the profile where the data lives. */
export function openAppWindow(browser: string, address: string, profile: string, own: boolean): AppWindow {
  const child = spawn(browser, appWindowArguments(address, profile), { stdio: 'ignore', detached: !own })
  if (!own) child.unref()
  return {
    shown: new Promise((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', reject)
    }),
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
  }
}

/** Where no browser of the family is found, the person's own one, of whatever kind, gets the address. */
export function openDefaultBrowser(address: string, platform = process.platform): Promise<void> {
  const [command, ...words] = defaultOpeners[platform] ?? ['xdg-open']
  const child = spawn(command, [...words, address], { stdio: 'ignore', detached: true })
  child.unref()
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
}

const defaultOpeners: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  win32: ['rundll32.exe', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
}

/**
 * The browser that this data was last opened with, as long as it is there. Another one may be older, and an older one may
 * take the database of a newer one for damaged.
 */
export function chosenBrowser(data: string, find: () => string | null = findBrowser): string | null {
  const note = join(data, 'browser.txt')
  const last = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  if (last !== '' && !process.env.CHROME_PATH && existsSync(last)) return last
  const found = find()
  if (found !== null && found !== last) writeFileSync(note, `${found}\n`)
  return found
}

/** Does a browser process hold this profile? False also where the browser leaves no mark. */
export function isProfileOpen(profile: string): boolean {
  if (process.platform === 'win32') return existsSync(join(profile, 'lockfile'))
  try {
    const lock = join(profile, 'SingletonLock')
    lstatSync(lock)
    // It points to “machine-process”, and stays behind when that process is killed.
    process.kill(Number(readlinkSync(lock).split('-').at(-1)), 0)
    return true
  } catch (error) {
    if (systemCode(error) === '') throw error
    return systemCode(error) === 'EPERM'
  }
}

/** Waits until the browser that holds the profile has gone. */
export async function profileClosed(profile: string): Promise<void> {
  while (isProfileOpen(profile)) await pause(2000)
}

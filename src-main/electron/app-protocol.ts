import type Electron from 'electron'
import { type Pages, safeHeaders } from '../pages.ts'

/** The origin is the address of the data: scheme and host never change. */
export const appScheme = 'app'
export const appHost = 'jiheng'
export const appAddress = `${appScheme}://${appHost}/`

/** Must run before the application is ready. */
export function registerScheme(protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      // With `codeCache` a second start does not compile everything anew.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the built page under one fixed origin: allow-listed files only, read only. */
export function serveApp(protocol: Pick<Electron.Protocol, 'handle'>, pages: Pages): void {
  protocol.handle(appScheme, async (request) => {
    const path = appPath(request.url)
    if (path === null || request.method !== 'GET') return refusal(403)
    const page = await pages(path)
    return page === null ? refusal(404) : new Response(page.body, { headers: page.headers })
  })
}

/** Does this address belong to the application's own page? By parser, never by text comparison. */
export function isAppAddress(address: string): boolean {
  return appPath(address) !== null
}

function appPath(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const own = url.protocol === `${appScheme}:` && url.host === appHost
  return own && url.username === '' && url.password === '' ? url.pathname || '/' : null
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: safeHeaders })
}

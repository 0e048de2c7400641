import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Platform = 'linux-x64' | 'linux-arm64' | 'win-x64'

/** Node for people who have none: the packages of the npm registry, by version and content. */
export const nodeVersion = '24.21.0'
const integrity: Record<Platform, string> = {
  'linux-x64': '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64': 'FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'win-x64': '0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
}

export function isPlatform(name: string): name is Platform {
  return Object.hasOwn(integrity, name)
}

/** The Node program for a platform. Throws where the registry gives something other than what was looked at. */
export function nodeFor(platform: Platform, cache: string): Uint8Array {
  return memberOf(platform, cache, platform === 'win-x64' ? 'bin/node.exe' : 'bin/node')
}

/** Node's own licence and those of what is in it; only the packages for Linux carry it. */
export function nodeLicence(cache: string): Uint8Array {
  return memberOf('linux-x64', cache, 'LICENSE')
}

function memberOf(platform: Platform, cache: string, member: string): Uint8Array {
  const result = spawnSync('tar', ['-xzOf', fetched(platform, cache), `package/${member}`], {
    maxBuffer: 512 * 1024 * 1024,
  })
  if (result.status !== 0) throw new Error(`${platform} 的 Node 包里没有 ${member}：${result.stderr}`)
  return result.stdout
}

function fetched(platform: Platform, cache: string): string {
  const file = join(cache, `node-${platform}-${nodeVersion}.tgz`)
  if (!existsSync(file)) fetch(platform, cache)
  checkContent(readFileSync(file), integrity[platform])
  return file
}

function fetch(platform: Platform, cache: string): void {
  mkdirSync(cache, { recursive: true })
  console.log(`正在从 npm 取 Node ${nodeVersion}（${platform}）……`)
  const words = ['pack', `node-${platform}@${nodeVersion}`, '--silent', '--pack-destination', cache]
  const result = spawnSync('npm', words, { encoding: 'utf8', shell: process.platform === 'win32' })
  if (result.status !== 0) throw new Error(`取不到 Node（${platform}）：${result.stderr}`)
}

/** Throws unless these bytes have this SHA-512, written as npm writes it. */
export function checkContent(bytes: Uint8Array, expected: string): void {
  const found = createHash('sha512').update(bytes).digest('base64')
  if (found !== expected) throw new Error(`取来的 Node 与登记的内容不符：${found}`)
}

import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { listPackages, readPackage } from '../../src-main/exchange-files.ts'
import { temporaryFolder } from './temporary-folder.ts'

const kills = 50
const size = 3_000_000

/** As plain JavaScript, so that a process is ready in a moment. */
async function builtChild(): Promise<string> {
  const outDir = temporaryFolder()
  const entry = fileURLToPath(new URL('./exchange-kill-child.ts', import.meta.url))
  const output = { entryFileNames: 'child.mjs' }
  await build({
    ...{ configFile: false, logLevel: 'silent', ssr: { noExternal: true } },
    build: { ssr: entry, outDir, emptyOutDir: false, rollupOptions: { output } },
  })
  return join(outDir, 'child.mjs')
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Every moment of a round is hit by and by: it is counted from the first bytes that appear. */
async function killedAfter(child: string, folder: string, milliseconds: number): Promise<void> {
  const before = readdirSync(folder).length
  const running = spawn(process.execPath, [child, folder, String(size)])
  const ended = new Promise((resolve) => running.once('exit', (_code, signal) => resolve(signal)))
  while (readdirSync(folder).length === before) await pause(1)
  await pause(milliseconds)
  running.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
}

it(`leaves every package whole and the old one alone when killed ${kills} times while writing`, async () => {
  const child = await builtChild()
  const folder = join(temporaryFolder())
  const old = zipSync({ content: [new Uint8Array(1000).fill(9), { level: 0 }] })
  writeFileSync(join(folder, '旧.jhx'), old)
  let pieces = 0
  for (let kill = 0; kill < kills; kill += 1) {
    await killedAfter(child, folder, (kill * 7) % 40)
    const { packages, unfinished } = await listPackages(folder, new Map())
    expect(unfinished).toEqual([])
    for (const { name } of packages.filter(({ name }) => name !== '旧.jhx')) {
      const { content = new Uint8Array() } = unzipSync(await readPackage(folder, name))
      expect(content.length).toBe(size)
      expect(Buffer.from(content).equals(Buffer.alloc(size, content[0]))).toBe(true)
    }
    expect(readFileSync(join(folder, '旧.jhx'))).toEqual(Buffer.from(old))
    const rest = readdirSync(folder).filter((name) => name !== '旧.jhx')
    pieces += rest.filter((name) => name.endsWith('.part')).length
    for (const name of rest) rmSync(join(folder, name))
  }
  // The kills really fell into the writing: pieces were left behind, and none was taken for a package.
  expect(pieces).toBeGreaterThan(5)
  rmSync(dirname(child), { recursive: true })
}, 120_000)

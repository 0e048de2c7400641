import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import type { PackedFile } from './folder.ts'

/** The folder as it comes out of the archive: without a version, so that unpacking a newer one over it renews it. */
export const folderName = '绩衡'

/** A zip for Windows, with names in UTF-8. */
export function zipOf(files: PackedFile[], seconds: number): Uint8Array {
  const entries: Zippable = {}
  for (const { path, bytes } of files) {
    entries[`${folderName}/${path}`] = [
      bytes,
      { level: isPacked(path) ? 0 : 6, mtime: new Date(seconds * 1000) },
    ]
  }
  return zipSync(entries)
}

function isPacked(path: string): boolean {
  return /\.(woff2?|png)$/.test(path)
}

/** A tar.gz for Linux, which keeps what may be started. The same files and second give the same bytes. */
export function writeTar(file: string, files: PackedFile[], seconds: number): void {
  const stage = `${file}.stage`
  rmSync(stage, { recursive: true, force: true })
  for (const each of files) {
    const path = join(stage, folderName, each.path)
    mkdirSync(dirname(path), { recursive: true, mode: 0o755 })
    writeFileSync(path, each.bytes)
    chmodSync(path, each.isProgram ? 0o755 : 0o644)
  }
  const owner = ['--owner=0', '--group=0', '--numeric-owner', '--mode=go-w']
  const same = [
    '--format=pax',
    '--pax-option=delete=atime,delete=ctime',
    '--sort=name',
    `--mtime=@${seconds}`,
  ]
  const words = ['-C', stage, ...same, ...owner, '--use-compress-program=gzip -n -9', '-cf', file, folderName]
  const result = spawnSync('tar', words, { encoding: 'utf8' })
  rmSync(stage, { recursive: true, force: true })
  if (result.status !== 0) throw new Error(`tar：${result.stderr}`)
}

/** SHA256SUMS.txt over everything packed so far, in the form that `sha256sum -c` reads. */
export function writeSums(folder: string): void {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^JiHeng-.*\.(exe|zip|deb|AppImage|gz)$/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
  const lines = names.map((name) => `${sha256(readFileSync(join(folder, name)))}  ${name}\n`)
  writeFileSync(join(folder, 'SHA256SUMS.txt'), lines.join(''))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

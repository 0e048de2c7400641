import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ThirdParty } from '../third-party.mjs'
import { readMe } from './read-me.ts'
import { linuxEntry, linuxStarter, windowsStarter } from './starters.ts'

/** A file of the portable folder: its path within, and whether it is started. */
export type PackedFile = { path: string; bytes: Uint8Array; isProgram?: boolean }

export type Node = { program: Uint8Array; licence: Uint8Array }

/** Everything in the portable folder, by path: what was built for the browser edition, Node, and what a person reads. */
export function portableFiles(root: string, isWindows: boolean, node: Node): PackedFile[] {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const packageFile = JSON.stringify({ name, version, type: 'module', private: true })
  const starters: PackedFile[] = isWindows
    ? [text('启动绩衡.cmd', windowsStarter)]
    : [
        { ...text('启动绩衡.sh', linuxStarter), isProgram: true },
        { ...text('绩衡.desktop', linuxEntry), isProgram: true },
      ]
  return [
    ...starters,
    text('说明.txt', readMe(version, isWindows)),
    text('更新记录.txt', forReading(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), isWindows)),
    text('第三方许可.txt', forReading(licences(root), isWindows)),
    text('program/package.json', `${packageFile}\n`),
    { path: `program/${isWindows ? 'node.exe' : 'node'}`, bytes: node.program, isProgram: true },
    { path: 'program/node-licence.txt', bytes: node.licence },
    ...builtFiles(root),
  ].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The built files that the browser edition runs with: not those of the desktop edition. */
function builtFiles(root: string): PackedFile[] {
  return ['out/main', 'out/renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => file !== join(root, 'out', 'main', 'index.js'))
      .map((file) => ({
        path: `program/${file.slice(root.length).replaceAll('\\', '/').replace(/^\//, '')}`,
        bytes: readFileSync(file),
      })),
  )
}

function licences(root: string): string {
  const parts: ThirdParty[] = JSON.parse(
    readFileSync(join(root, 'out', 'renderer', 'third-party.json'), 'utf8'),
  )
  const head = '绩衡使用了下列第三方组件。Node.js 的许可见 program/node-licence.txt。\n'
  return [
    head,
    ...parts.map(({ name, version, license, text }) => `${name} ${version}（${license}）\n\n${text}\n`),
  ].join(`\n${'─'.repeat(40)}\n`)
}

/** Notepad wants a mark and its own line ends. */
function forReading(words: string, isWindows: boolean): string {
  return isWindows ? `\uFEFF${words.replace(/\r?\n/g, '\r\n')}` : words
}

function text(path: string, words: string): PackedFile {
  return { path, bytes: new TextEncoder().encode(words) }
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeSums, writeTar, zipOf } from '../../build/portable/archive.ts'
import { type PackedFile, portableFiles } from '../../build/portable/folder.ts'
import { checkContent, isPlatform } from '../../build/portable/runtimes.ts'
import { temporaryFolder } from '../main/temporary-folder.ts'

const seconds = 1_790_000_000
const node = { program: new Uint8Array([1, 2, 3]), licence: new Uint8Array([4]) }

/** A project as it lies after building, with one file of each kind. */
function builtProject(): string {
  const root = temporaryFolder()
  const thirdParty = [{ name: 'dexie', version: '4.4.7', license: 'Apache-2.0', text: 'Apache License' }]
  const files = {
    'package.json': JSON.stringify({ name: 'jiheng', version: '9.8.7', devDependencies: { x: '1' } }),
    'CHANGELOG.md': '# 更新记录\n\n## 9.8.7\n\n- 新。\n',
    'src-main/secret.ts': '',
    'out/built': '',
    'out/main/index.js': 'electron',
    'out/main/browser.js': 'b',
    'out/main/launch.js': 'l',
    'out/main/chunks/wire.js': 'w',
    'out/preload/preload.cjs': 'electron',
    'out/renderer/index.html': '<html>',
    'out/renderer/assets/a.woff2': 'f',
    'out/renderer/third-party.json': JSON.stringify(thirdParty),
  }
  for (const [name, words] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), words)
  }
  return root
}

function wordsOf(files: PackedFile[], path: string): string {
  const file = files.find((each) => each.path === path)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes)
}

describe('the portable folder', () => {
  it('holds what the browser edition runs with, and nothing of the desktop edition or the sources', () => {
    const files = portableFiles(builtProject(), false, node)
    expect(files.map(({ path }) => path)).toEqual(
      [
        'program/node',
        'program/node-licence.txt',
        'program/out/main/browser.js',
        'program/out/main/chunks/wire.js',
        'program/out/main/launch.js',
        'program/out/renderer/assets/a.woff2',
        'program/out/renderer/index.html',
        'program/out/renderer/third-party.json',
        'program/package.json',
        '启动绩衡.sh',
        '更新记录.txt',
        '第三方许可.txt',
        '绩衡.desktop',
        '说明.txt',
      ].sort(),
    )
    expect(JSON.parse(wordsOf(files, 'program/package.json'))).toEqual({
      name: 'jiheng',
      version: '9.8.7',
      type: 'module',
      private: true,
    })
    expect(files.filter(({ isProgram }) => isProgram).map(({ path }) => path)).toEqual([
      'program/node',
      '启动绩衡.sh',
      '绩衡.desktop',
    ])
  })

  it('names its version, where the data is, and whose work is in it', () => {
    const files = portableFiles(builtProject(), true, node)
    expect(wordsOf(files, '说明.txt')).toMatch(/^\uFEFF绩衡 9\.8\.7.*\r\n/)
    expect(wordsOf(files, '说明.txt')).toContain('%APPDATA%\\JiHeng')
    expect(wordsOf(files, '更新记录.txt')).toBe('\uFEFF# 更新记录\r\n\r\n## 9.8.7\r\n\r\n- 新。\r\n')
    expect(wordsOf(files, '第三方许可.txt')).toContain('dexie 4.4.7（Apache-2.0）\r\n\r\nApache License')
  })

  it('is started on Windows by a batch file that quotes its own folder and has no word before the code page', () => {
    const starter = wordsOf(portableFiles(builtProject(), true, node), '启动绩衡.cmd')
    const lines = starter.split('\r\n')
    expect(starter).not.toMatch(/[^\r]\n/)
    expect(lines).toContain('"%~dp0program\\node.exe" "%~dp0program\\out\\main\\launch.js"')
    const foreign = lines.findIndex((line) => /[^\x20-\x7e]/.test(line))
    expect(lines.indexOf('chcp 65001 >nul')).toBeGreaterThan(0)
    expect(foreign).toBeGreaterThan(lines.indexOf('chcp 65001 >nul'))
  })
})

describe.skipIf(process.platform !== 'linux')('the archive for Linux', () => {
  it('keeps names and what may be started, and is the same twice', () => {
    const [folder, files] = [temporaryFolder(), portableFiles(builtProject(), false, node)]
    const [first, second] = ['JiHeng-1.tar.gz', 'JiHeng-2.tar.gz'].map((name) => join(folder, name))
    for (const file of [first, second]) writeTar(file ?? '', files, seconds)
    expect(readFileSync(first ?? '').equals(readFileSync(second ?? ''))).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['JiHeng-1.tar.gz', 'JiHeng-2.tar.gz'])

    const place = join(folder, '程序 一')
    mkdirSync(place)
    expect(spawnSync('tar', ['-xzf', first ?? '', '-C', place]).status).toBe(0)
    const modeOf = (path: string) => statSync(join(place, '绩衡', path)).mode & 0o777
    expect([modeOf('启动绩衡.sh'), modeOf('program/node'), modeOf('说明.txt')]).toEqual([0o755, 0o755, 0o644])
    expect(spawnSync('sh', ['-n', join(place, '绩衡', '启动绩衡.sh')]).status).toBe(0)
  })

  it('has a starter that says so where no program may run', () => {
    const place = temporaryFolder()
    const files = portableFiles(builtProject(), false, node)
    writeFileSync(join(place, '启动绩衡.sh'), wordsOf(files, '启动绩衡.sh'))
    const result = spawnSync('sh', [join(place, '启动绩衡.sh')], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    })
    expect(result.status).toBe(1)
    expect(result.stdout).toContain('复制到本机硬盘')
  })
})

it('makes a zip for Windows with names in UTF-8', () => {
  const files = portableFiles(builtProject(), true, node)
  const bytes = zipOf(files, seconds)
  expect(Object.keys(unzipSync(bytes)).sort()).toEqual(files.map(({ path }) => `绩衡/${path}`).sort())
  // Bit 11 of the flags of the first entry.
  expect(Buffer.from(bytes).readUInt16LE(6) & 0x800).toBe(0x800)
})

it('lists what was packed with its SHA-256, and nothing else', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'JiHeng-1.0.0-browser-win-x64.zip'), 'a')
  writeFileSync(join(folder, 'builder-debug.yml'), 'b')
  writeSums(folder)
  const sum = createHash('sha256').update('a').digest('hex')
  expect(readFileSync(join(folder, 'SHA256SUMS.txt'), 'utf8')).toBe(
    `${sum}  JiHeng-1.0.0-browser-win-x64.zip\n`,
  )
})

it('takes no Node but the one that was looked at', () => {
  const bytes = new TextEncoder().encode('node')
  const right = createHash('sha512').update(bytes).digest('base64')
  expect(() => checkContent(bytes, right)).not.toThrow()
  expect(() => checkContent(new TextEncoder().encode('nodE'), right)).toThrow('与登记的内容不符')
  expect(['win-x64', 'linux-loong64', 'toString'].map(isPlatform)).toEqual([true, false, false])
})

import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Disk, realDisk, writeFolder, writeNew, writeWhole } from '../../src-main/files.ts'
import { systemError } from './system-error.ts'
import { temporaryFolder } from './temporary-folder.ts'

const bytes = new TextEncoder().encode('新')

function partsBeside(path: string): number {
  return readdirSync(dirname(path)).filter((name) => name.endsWith('.part')).length
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

describe('writeWhole', () => {
  it('replaces the old file and leaves nothing beside it', async () => {
    const folder = temporaryFolder()
    await writeWhole(join(folder, 'a.txt'), new TextEncoder().encode('旧'))
    await writeWhole(join(folder, 'a.txt'), bytes)
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('新')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('waits longer and longer while a virus scanner holds the file', async () => {
    const folder = temporaryFolder()
    const waits: number[] = []
    const disk: Disk = {
      ...realDisk,
      rename: (from, to) =>
        waits.length < 3 ? Promise.reject(systemError('EBUSY')) : realDisk.rename(from, to),
      pause: async (milliseconds) => void waits.push(milliseconds),
    }
    await writeWhole(join(folder, 'a.txt'), bytes, disk)
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(waits).toHaveLength(3)
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  const disasters: [string, string, Partial<Disk>][] = [
    ['held for ever', 'write-refused', { rename: () => Promise.reject(systemError('EPERM')) }],
    ['a stick pulled out', 'place-unavailable', { rename: () => Promise.reject(systemError('ENOENT')) }],
    ['too little room', 'disk-full', { freeBytes: async () => 1000 }],
    ['room gone while writing', 'disk-full', { open: () => Promise.reject(systemError('ENOSPC')) }],
    ['a stick that lies', 'verify-failed', { readFile: async () => new Uint8Array([1]) }],
  ]
  it.each(disasters)('%s: says %s and keeps the old file', async (_name, code, sabotage) => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.txt')
    writeFileSync(path, '旧')
    const disk = { ...realDisk, pause: async () => undefined, ...sabotage }
    await expect(writeWhole(path, bytes, disk)).rejects.toMatchObject({ name: 'AppError', code })
    expect(readFileSync(path, 'utf8')).toBe('旧')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('leaves a whole file when killed in the middle, every time', async () => {
    const path = join(temporaryFolder(), 'a.bin')
    const size = 30_000_000
    writeFileSync(path, new Uint8Array(size).fill(255))
    const child = fileURLToPath(new URL('./kill-child.ts', import.meta.url))
    for (let kill = 1; kill <= 6; kill += 1) {
      const before = partsBeside(path)
      const running = spawn(process.execPath, ['--import', 'tsx', child, path, String(size)])
      // Let some rounds finish in some of the runs, so that kills fall into different moments.
      while (partsBeside(path) === before) await pause(1)
      await pause(kill * 15)
      while (partsBeside(path) === before) await pause(1)
      const gone = new Promise((resolve) => running.once('exit', (_code, signal) => resolve(signal)))
      running.kill('SIGKILL')
      expect(await gone).toBe('SIGKILL')
      const left = readFileSync(path)
      expect(left.byteLength).toBe(size)
      expect(left.equals(Buffer.alloc(size, left[0]))).toBe(true)
    }
    // The kills really fell into the writing: pieces were left behind.
    expect(partsBeside(path)).toBeGreaterThan(0)
  })
})

describe('writeNew', () => {
  it('leaves an existing file alone and numbers the new one', async () => {
    const folder = join(temporaryFolder(), '还没有的文件夹')
    await writeNew(folder, '表.xlsx', new Uint8Array([1]))
    await writeNew(folder, '表.xlsx', new Uint8Array([2]))
    expect(readFileSync(join(folder, '表.xlsx'))).toEqual(Buffer.from([1]))
    expect(readFileSync(join(folder, '表 (2).xlsx'))).toEqual(Buffer.from([2]))
  })
})

describe('writeFolder', () => {
  it('writes all files, each in its folder, and numbers folders and files of the same name', async () => {
    const parent = temporaryFolder()
    mkdirSync(join(parent, '目标表'))
    const file = { folder: ['县教育局'], name: '表.xlsx', bytes }
    const path = await writeFolder(parent, '目标表', [file, file, { ...file, folder: [] }])
    expect(path).toBe(join(parent, '目标表 (2)'))
    expect(readdirSync(path).sort()).toEqual(['县教育局', '表.xlsx'])
    expect(readdirSync(join(path, '县教育局')).sort()).toEqual(['表 (2).xlsx', '表.xlsx'])
  })

  it('keeps names with .. inside', async () => {
    const parent = temporaryFolder()
    const path = await writeFolder(parent, '../上面', [{ folder: ['..', '../..'], name: '../../x', bytes }])
    expect(readdirSync(parent)).toEqual([path.slice(parent.length + 1)])
    expect(readdirSync(path, { recursive: true, encoding: 'utf8' }).join()).toContain('_.._x')
  })

  it('leaves nothing when one file of many cannot be written', async () => {
    const parent = temporaryFolder()
    let count = 0
    const disk: Disk = {
      ...realDisk,
      open: (path, flags) => {
        count += 1
        return count === 3 ? Promise.reject(systemError('ENOSPC')) : open(path, flags)
      },
    }
    const files = ['1', '2', '3', '4'].map((name) => ({ folder: [], name, bytes }))
    await expect(writeFolder(parent, '目标表', files, disk)).rejects.toMatchObject({ code: 'disk-full' })
    expect(readdirSync(parent)).toEqual([])
  })
})

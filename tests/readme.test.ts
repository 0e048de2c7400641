import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const tree = /```text\n(package\.json,[\s\S]*?)```/.exec(readme)?.[1] ?? ''

/** Whether the text names the word by itself: `ui` is not named by `build`. */
function names(text: string, word: string): boolean {
  return new RegExp(`(^|[^\\w-])${word}($|[^\\w-])`, 'm').test(text)
}

function foldersOf(path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )
}

describe('the README is true', () => {
  it.each(['src-main', 'src-renderer', 'tests'])('its tree names every folder of %s', (path) => {
    expect(foldersOf(path).filter((folder) => !names(tree, folder))).toEqual([])
  })

  it('its library table has every dependency once, and no other', () => {
    const pack = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const rows = /\| Library \|[^\n]*\n\|[-|]+\n([\s\S]*?)\n\n/.exec(readme)?.[1]?.split('\n') ?? []
    const listed = rows.flatMap((row) => (row.split('|')[1] ?? '').split(',').map((name) => name.trim()))
    const wanted = Object.keys({ ...pack.dependencies, ...pack.devDependencies })
    expect(listed.toSorted()).toEqual(wanted.toSorted())
  })

  it('every command it tells of exists', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const told = [...readme.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name)
    expect(told.length).toBeGreaterThan(5)
    expect(told.filter((name) => !(name in scripts))).toEqual([])
  })

  it('every picture and file it points to exists', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = '']) => path)
    const files = [...readme.matchAll(/`((?:src-main|src-renderer|tests|build)\/[\w./-]+\.\w+)`/g)]
    expect(pictures.length).toBeGreaterThan(2)
    const all = [...pictures, ...files.map(([, path = '']) => path)]
    expect(all.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

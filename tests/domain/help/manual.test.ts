import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { whoDoes } from '#domain/help/entry'
import {
  chapters,
  helpAreas,
  helpEntries,
  helpFor,
  pagesByDuty,
  searchManual,
  seasons,
} from '#domain/help/manual'
import { tourStops } from '#domain/help/tour'
import { dutyList } from '#domain/people/duties'
import { permissions } from '#domain/people/permissions'

const folder = new URL('../../../src-renderer/app/', import.meta.url)

/** Every address of the table of routes; those of the settings stand under their page. */
function routes(): string[] {
  const files = ['routes.tsx', ...readdirSync(new URL('routes/', folder)).map((name) => `routes/${name}`)]
  return files.flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    const paths = [...text.matchAll(/\bpage\(\s*'([^']*)'/g)].map((match) => match[1] ?? '')
    const isSettings = file === 'routes/settings.tsx'
    return paths.map((path) => (isSettings && path !== 'settings' ? `settings/${path}` : path))
  })
}

describe('every page', () => {
  it('has its help, its own where there is one', () => {
    const all = routes()
    expect(all.length).toBeGreaterThan(80)
    for (const path of all) {
      const entry = helpFor(`/${path}`)
      expect(entry, path).not.toBeNull()
      expect([entry?.path, ...(entry?.also ?? [])], path).toContain(path)
    }
  })

  it('says what, an example, and who does it as the duty table has it', () => {
    for (const entry of helpEntries) {
      expect(entry.what.length, entry.path).toBeGreaterThan(10)
      expect(entry.example.endsWith('。'), entry.path).toBe(true)
      expect(entry.clause === '' || /^巴财〔2020〕38号 [三四五]（?/.test(entry.clause), entry.path).toBe(true)
      expect(whoDoes(entry).every(({ who }) => who !== '')).toBe(true)
    }
    const [review] = whoDoes({ does: ['pass-first-review'] })
    expect(review).toEqual({ what: permissions['pass-first-review'].name, who: '各支出管理科室' })
  })

  it('stands once in the manual', () => {
    const paths = helpEntries.flatMap(({ path, also }) => [path, ...also])
    expect(new Set(paths).size).toBe(paths.length)
    const known = new Set(routes())
    expect(paths.filter((path) => !known.has(path))).toEqual([])
    expect(new Set(helpAreas.map(({ id }) => id)).size).toBe(helpAreas.length)
  })
})

it('finds the help by the fixed part of an address before the open one', () => {
  expect(helpFor('/goals/review')?.title).toBe('目标审核')
  expect(helpFor('/goals/0198-ab')?.title).toBe('绩效目标')
  expect(helpFor('/goals/0198-ab/paper')?.title).toBe('绩效目标')
  expect(helpFor('/')?.title).toBe('首页')
  expect(helpFor('/nowhere/at/all')).toBeNull()
})

it('has for every duty something to do, and leads in every season to pages that are there', () => {
  expect(pagesByDuty.map(({ duty }) => duty)).toEqual(dutyList)
  for (const { duty, entries } of pagesByDuty) expect(entries.length, duty).toBeGreaterThan(0)
  for (const { id, paths } of seasons)
    for (const path of paths)
      expect(
        helpEntries.some((entry) => entry.path === path),
        `${id} ${path}`,
      ).toBe(true)
})

describe('searching the manual', () => {
  it('finds all words, titles first, and nothing for a blank', () => {
    expect(searchManual('  ')).toEqual([])
    expect(searchManual('没有这样的词语')).toEqual([])
    const [first] = searchManual('备份')
    expect(first).toMatchObject({ kind: 'page', entry: { path: 'settings/backup' } })
    const both = searchManual('退回 意见')
    expect(both.some((each) => each.kind === 'chapter' && each.chapter.id === 'flow')).toBe(true)
  })

  it('finds every page by its title and every chapter by its own', () => {
    for (const entry of helpEntries)
      expect(searchManual(entry.title).some((each) => each.kind === 'page' && each.entry === entry)).toBe(
        true,
      )
    for (const chapter of chapters) expect(searchManual(chapter.title).length).toBeGreaterThan(0)
  })

  it('reads full width as half width', () => {
    expect(searchManual('ｅｘｃｅｌ')).toEqual(searchManual('Excel'))
    expect(searchManual('Excel').length).toBeGreaterThan(0)
  })
})

it('shows every stop of the tour once', () => {
  expect(new Set(tourStops.map(({ id }) => id)).size).toBe(tourStops.length)
})

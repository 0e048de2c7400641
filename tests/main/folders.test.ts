import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { browserProfile, dataFolder, exportFolder, hasBrowserProfile } from '../../src-main/folders.ts'
import { temporaryFolder } from './temporary-folder.ts'

it('never moves the data folder', () => {
  expect(dataFolder({ APPDATA: 'C:/A' }, 'win32', 'C:/U').replaceAll('\\', '/')).toBe('C:/A/JiHeng')
  expect(dataFolder({}, 'linux', '/home/z')).toBe('/home/z/.local/share/JiHeng')
  expect(dataFolder({ JIHENG_DATA: '/x' }, 'linux', '/home/z')).toBe('/x')
})

it('exports into the documents folder where there is one', () => {
  const home = temporaryFolder()
  expect(exportFolder({}, home)).toBe(join(home, '绩衡导出'))
  mkdirSync(join(home, '文档'))
  expect(exportFolder({}, home)).toBe(join(home, '文档', '绩衡导出'))
  expect(exportFolder({ JIHENG_EXPORTS: '/x' }, home)).toBe('/x')
})

it('knows whether the browser edition has been used in a window', () => {
  const data = temporaryFolder()
  expect(hasBrowserProfile({ JIHENG_DATA: data })).toBe(false)
  mkdirSync(browserProfile(data))
  expect(hasBrowserProfile({ JIHENG_DATA: data })).toBe(true)
})

it('keeps the data in the portable folder only where a folder for it was made, and the exports with it', () => {
  const [home, person] = [temporaryFolder(), temporaryFolder()]
  const portable = { JIHENG_HOME: home }
  expect(dataFolder(portable, 'linux', person)).toBe(join(person, '.local/share/JiHeng'))
  expect(exportFolder(portable, person)).toBe(join(person, '绩衡导出'))
  mkdirSync(join(home, 'data'))
  expect(dataFolder(portable, 'linux', person)).toBe(join(home, 'data'))
  expect(exportFolder(portable, person)).toBe(join(home, '绩衡导出'))
  expect(dataFolder({ ...portable, JIHENG_DATA: '/x' }, 'linux', person)).toBe('/x')
})

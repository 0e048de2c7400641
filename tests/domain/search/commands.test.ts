import { expect, it } from 'vitest'
import { helpEntries } from '#domain/help/manual'
import { dutyList } from '#domain/people/duties'
import { dutyMay } from '#domain/people/permissions'
import { commands, commandsOf } from '#domain/search/commands'

const names = (...asked: Parameters<typeof commandsOf>) => commandsOf(...asked).map(({ name }) => name)

it('leads to pages that there are', () => {
  const paths = new Set(helpEntries.map(({ path }) => path))
  for (const { name, path } of commands)
    expect(paths.has(path.slice(1).split('?')[0] ?? ''), `${name} ${path}`).toBe(true)
})

it('offers what the duty may, where it is done', () => {
  expect(names({ duty: 'performance' }, 'county')).toEqual(
    expect.arrayContaining(['催报监控表', '催报自评表', '导出上报包', '导出批复包', '立即备份']),
  )
  expect(names({ duty: 'unit' }, 'unit')).toEqual(
    expect.arrayContaining(['批量送审目标', '导出上报包', '立即备份']),
  )
  expect(names({ duty: 'unit' }, 'unit')).not.toContain('导出批复包')
  expect(names({ duty: 'performance' }, 'city')).not.toContain('导出上报包')
  expect(names({ duty: 'administrator' }, 'county')).toContain('恢复备份')
  for (const duty of dutyList)
    for (const { permission } of commandsOf({ duty }, 'county')) expect(dutyMay(duty, permission)).toBe(true)
})

it('offers nothing that a closed year keeps as it is', () => {
  expect(names({ duty: 'performance', use: 'closed' }, 'county')).not.toContain('新建目标')
})

import { describe, expect, it } from 'vitest'
import type { Verdict } from '#domain/exchange/rehearsal'
import { type Standing, standingText } from '../../src-renderer/features/exchange/rehearsal-rows.ts'

const linesOf = (...verdicts: readonly Verdict[]) => verdicts.map((verdict) => ({ verdict }))
const fine: Standing = {
  ...{
    lines: linesOf('new', 'same'),
    hindrances: [],
    isKnown: false,
    isAllowed: false,
    open: 0,
    changing: 1,
  },
}

describe('beside the button that imports stands', () => {
  it.each<[string, Partial<Standing>]>([
    ['导入后可在往来台账整体撤销。', {}],
    ['还有 2 处冲突待定；不作决定的，以本机内容为准。', { open: 2 }],
    ['须先决定才能导入，办法见上方。', { hindrances: [{ severity: 'decide' }] }],
    ['导入后可在往来台账整体撤销。', { hindrances: [{ severity: 'decide' }], isAllowed: true }],
    ['这个数据包不能导入，原因和办法见上方。', { hindrances: [{ severity: 'stop' }], open: 1 }],
    // Nothing is left to be done about it: nothing has to be settled first.
    [
      '已经导入过，不用再导入。回执在往来台账里可以再次导出。',
      { hindrances: [{ severity: 'stop' }], isKnown: true },
    ],
  ])('%s %j', (text, change) => {
    expect(standingText({ ...fine, ...change })).toBe(text)
  })

  it.each<[string, readonly Verdict[]]>([
    ['3 条都与本机相同；登记收到后可出回执。', ['same', 'same', 'same']],
    ['1 条与本机相同，2 条本机较新；登记收到后可出回执。', ['kept', 'same', 'kept']],
    ['没有要写入的内容；登记收到后可出回执。', ['new', 'same']],
    ['包里没有记录；登记收到后可出回执。', []],
  ])('%s where nothing would be written', (text, verdicts) => {
    expect(standingText({ ...fine, lines: linesOf(...verdicts), changing: 0 })).toBe(text)
  })
})

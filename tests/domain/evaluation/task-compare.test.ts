import { describe, expect, it } from 'vitest'
import { copiedSystem } from '#domain/evaluation/indicator-system'
import { openedTask } from '#domain/evaluation/open-task'
import { openedSheet } from '#domain/evaluation/score-sheet'
import type { KeptSheet, KeptSystem } from '#domain/evaluation/task'
import { answerText, diffSheet, diffSystem, diffTask } from '#domain/evaluation/task-compare'
import { isSheetOpen, mayWrite, taskStateList } from '#domain/evaluation/task-flow'
import { smallMarks, smallSystem, wantedTask } from '../../storage/evaluation-world.ts'

const at = '2026-03-01T08:00:00.000Z'
const made = { id: 't', systemId: 's', bookId: 'b', number: '2026-评-01', at, by: '王晓' }
const task = openedTask(wantedTask(), made)
const kept = { bookId: 'b', unitId: 'u', revision: 1, changedAt: at, changedBy: '王晓' }
const sheet: KeptSheet = {
  ...openedSheet(smallSystem, { id: 'k', taskId: 't', expertId: 'e1', name: '赵专家', weight: 1 }),
  ...kept,
}

describe('the trail in words', () => {
  it('says nothing of what did not change', () => {
    expect(diffTask(task, { ...task, revision: 2 })).toEqual([])
    expect(diffSheet(sheet, { ...sheet, revision: 2 })).toEqual([])
  })

  it('names the fields of a task as a person does', () => {
    const material = {
      id: 'm',
      name: '批复',
      attachment: null,
      number: 'D01',
      note: '存档案室',
      indicatorIds: ['small-1'],
    }
    const after = { ...task, state: 'scoring' as const, isBlind: true, materials: [material] }
    expect(diffTask(task, after).map(({ label, from, to }) => `${label}：${from}→${to}`)).toEqual([
      '状态：准备中→评分中',
      '匿名评分：否→是',
      '材料：→D01 批复 存档案室（1 个指标）',
    ])
  })

  it('names a mark by its place in the table, with reason and evidence', () => {
    const after = { ...sheet, marks: smallMarks(3600), signedAt: at }
    const changes = diffSheet(sheet, after)
    expect(changes.map(({ label }) => label)).toEqual([
      ...[1, 2, 3, 4].map((place) => `第 ${place} 个指标的评分`),
      '签名',
    ])
    expect(changes[2]).toMatchObject({ from: '', to: '36 分；有两处返工；佐证 1 处' })
  })

  it('shows what became of the points of a system, and of its methods', () => {
    const { unitId: _unit, ...book } = kept
    const system: KeptSystem = { ...copiedSystem(smallSystem, 'o', '本局体系'), ...book }
    const renamed = { ...system, name: '新名', levels: system.levels.slice(1) }
    expect(diffSystem(system, renamed).map(({ field }) => field)).toEqual(['name', 'levels', 'methods'])
  })

  it('has words for every kind of answer', () => {
    const texts = [
      answerText({ kind: 'aspects', findings: { a1: 'met', a2: 'unproven' } }),
      answerText({ kind: 'deduction', counts: { d1: 250 } }),
      answerText({ kind: 'yes-no', yes: false }),
      answerText({ kind: 'points', points: 350 }),
      answerText({ kind: 'value', value: '98.5' }),
      answerText({ kind: 'unproven' }),
    ]
    expect(texts).toEqual(['1 符合、2 未证实', '2.5 次', '否', '3.5 分', '98.5', '未证实'])
  })
})

describe('what may be written when', () => {
  it('closes what the sheets rest on once they are open', () => {
    const open = (change: Parameters<typeof mayWrite>[1]) =>
      taskStateList.filter((state) => mayWrite(state, change))
    expect(open({ system: smallSystem })).toEqual(['preparing'])
    expect(open({ experts: [] })).toEqual(['preparing'])
    expect(open({ materials: [] })).toEqual(['preparing', 'scoring', 'combining', 'asked'])
    expect(open({ aggregation: 'median' })).toEqual(['preparing', 'combining'])
    expect(open({ replies: [] })).toEqual(['asked'])
    expect(open({ materials: [], system: smallSystem })).toEqual(['preparing'])
  })

  it('opens the first round while it is scored and the second while it is put together, never a signed sheet', () => {
    const open = (round: 1 | 2, signedAt = '') =>
      taskStateList.filter((state) => isSheetOpen({ round, signedAt }, { state }))
    expect(open(1)).toEqual(['scoring'])
    expect(open(2)).toEqual(['combining'])
    expect(open(1, at)).toEqual([])
  })
})

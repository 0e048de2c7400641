import { describe, expect, it } from 'vitest'
import { causesText, diffMonitoring, readCauses } from '#domain/monitoring/compare'
import {
  isReported,
  isUnderway,
  isWritable,
  type MonitoringState,
  monitoringFlow,
  monitoringStateList,
} from '#domain/monitoring/flow'
import { frozenLights, lightsOfMonitoring } from '#domain/monitoring/monitoring'
import { returnOpinion, steppedMonitoring } from '#domain/monitoring/step'
import type { Duty } from '#domain/people/duties'
import { rulesById } from '#domain/year-rules'
import { itGoes, type RoadStep } from '../road.ts'
import { filled, opened, rules } from './sample.ts'

const writers: Duty[] = ['unit', 'spending', 'performance']

/** The whole road, written out apart from the table. */
const road: RoadStep<MonitoringState>[] = [
  ['submit-monitoring', writers, ['draft', 'returned'], 'submitted', false],
  ['withdraw-monitoring', ['unit', 'performance'], ['submitted'], 'draft', false],
  ['pass-monitoring', ['spending'], ['submitted'], 'passed', false],
  ['return-monitoring', ['spending'], ['submitted'], 'returned', true],
  ['accept-monitoring', ['performance'], ['passed'], 'accepted', false],
  ['return-monitoring-review', ['performance'], ['passed'], 'returned', true],
  ['reopen-monitoring', ['performance'], ['accepted'], 'passed', true],
  ['exempt-from-round', ['performance'], ['draft', 'returned'], 'exempt', true],
  ['restore-to-round', ['performance'], ['exempt'], 'draft', false],
]

itGoes(monitoringFlow, road, 'monitoring')

it('knows what may be written and what is reported', () => {
  expect(monitoringStateList.filter(isWritable)).toEqual(['draft', 'returned'])
  expect(monitoringStateList.filter(isReported)).toEqual(['submitted', 'passed', 'accepted'])
})

describe('steps, trail and comparison', () => {
  const made = {
    actor: { duty: 'spending', name: '陈芳' },
    at: '2026-08-20T08:00:00.000Z',
    lights: frozenLights(lightsOfMonitoring(filled(), null, rules), rulesById('frame-2021')),
  } as const

  it('freezes the lights at 汇总 and thaws them when it is taken back', () => {
    const accepted = steppedMonitoring(
      filled({ state: 'passed' }),
      'accepted',
      { id: 'accept-monitoring', opinion: '' },
      made,
    )
    expect(accepted.frozen?.execution.colour).toBe('green')
    const reopened = steppedMonitoring(accepted, 'passed', { id: 'reopen-monitoring', opinion: '有误' }, made)
    expect(reopened.frozen).toBeNull()
    expect(reopened.trail.map(({ verb }) => verb)).toEqual(['汇总', '撤销汇总'])
  })

  it('keeps why it is exempt and why it came back', () => {
    const wanted = { id: 'exempt-from-round', opinion: ' 项目已取消 ' } as const
    expect(steppedMonitoring(opened(), 'exempt', wanted, made).exemptReason).toBe('项目已取消')
    const back = { id: 'return-monitoring', opinion: '数字不符' } as const
    const returned = steppedMonitoring(filled({ state: 'submitted' }), 'returned', back, made)
    expect(returnOpinion(returned)).toBe('数字不符')
    expect(returnOpinion(filled())).toBe('')
  })

  it('names every changed field', () => {
    const changes = diffMonitoring(opened(), filled())
    expect(changes.find(({ field }) => field === 'entries.q.actual')).toEqual({
      field: 'entries.q.actual',
      label: '养护里程：执行情况',
      from: '',
      to: '5',
    })
    expect(changes.some(({ label }) => label === '本年一般公共预算拨款：执行数（万元）')).toBe(true)
    expect(diffMonitoring(filled(), filled())).toEqual([])
  })

  it('reads causes as people write them and writes them in the form’s order', () => {
    expect(readCauses('人员保障，经费')).toEqual(['people', 'funds'])
    expect(readCauses('')).toEqual([])
    expect(readCauses('天气')).toBeNull()
    expect(causesText(['people', 'funds', '天气'])).toBe('经费保障、人员保障、天气')
  })
})

it('findings are shown to whoever writes or reviews a form, not once it is collected or exempt', () => {
  expect(monitoringStateList.filter(isUnderway)).toEqual(
    monitoringStateList.filter((state) => state !== 'accepted' && state !== 'exempt'),
  )
})

import { describe, expect, it } from 'vitest'
import { checkSpotCheck, isCheckComplete } from '#domain/spot-checks/checks'
import { diffSpotCheck } from '#domain/spot-checks/compare'
import {
  isCheckWritable,
  isShownTo,
  type SpotCheckState,
  spotCheckFlow,
  spotCheckStateList,
} from '#domain/spot-checks/flow'
import {
  emptyLine,
  linesOf,
  proposedVerdict,
  type SpotCheck,
  steppedCheck,
} from '#domain/spot-checks/spot-check'
import { filled } from '../monitoring/sample.ts'
import { itGoes, type RoadStep } from '../road.ts'
import { completeCheck } from './sample.ts'

const [inspection, performance, unit] = [['inspection'], ['performance'], ['unit']] as const

/** The whole road, written out apart from the table. */
const road: RoadStep<SpotCheckState>[] = [
  ['start-spot-check', inspection, ['picked'], 'started', false],
  ['drop-spot-check', inspection, ['picked', 'started'], 'dropped', true],
  ['resume-spot-check', inspection, ['dropped'], 'picked', false],
  ['record-spot-check', inspection, ['started', 'returned'], 'recorded', false],
  ['revise-spot-check', inspection, ['recorded'], 'started', false],
  ['ask-checked-unit', inspection, ['recorded'], 'asked', false],
  ['recall-check-question', inspection, ['asked'], 'recorded', false],
  ['explain-spot-check', unit, ['asked'], 'recorded', true],
  ['submit-spot-check', inspection, ['recorded'], 'submitted', false],
  ['withdraw-spot-check', inspection, ['submitted'], 'recorded', false],
  ['return-spot-check', performance, ['submitted'], 'returned', true],
  ['take-over-spot-check', performance, ['submitted'], 'taken', false],
  ['reopen-spot-check', performance, ['taken'], 'submitted', true],
]

itGoes(spotCheckFlow, road, 'monitoring')

it('knows what may be written, and what a unit sees', () => {
  expect(spotCheckStateList.filter(isCheckWritable)).toEqual(['started', 'returned'])
  expect(spotCheckStateList.filter((state) => !isShownTo('unit', { state }))).toEqual(['picked', 'dropped'])
  expect(spotCheckStateList.every((state) => isShownTo('spending', { state }))).toBe(true)
})

function opened(): SpotCheck {
  const form = filled()
  return {
    ...{ id: 'c1', bookId: 'book', roundId: 'r1', monitoringId: form.id, goalId: form.goalId },
    ...{
      unitId: form.unitId,
      name: form.name,
      code: form.code,
      way: 'risk',
      pickId: 'p1',
      ground: '',
      points: 0,
    },
    ...{ grounds: [], formRevision: 1, checkedOn: '', place: '', checkers: '', lines: linesOf(form) },
    ...{
      record: '',
      suggestion: '',
      verdict: '',
      evidence: [],
      explanation: '',
      trail: [],
      state: 'started',
    },
    ...{ heldSince: '', revision: 1, changedAt: '', changedBy: '' },
  }
}

describe('the record', () => {
  it('begins with the money and every indicator as reported', () => {
    const { lines } = opened()
    expect(lines[0]).toMatchObject({ subject: '已执行数（万元）', target: '预算 90.00', reported: '50.00' })
    expect(lines.slice(1).map(({ subject, reported }) => [subject, reported])).toContainEqual([
      '养护里程',
      '5',
    ])
  })

  it('is complete with day, place, people, one thing checked and a verdict', () => {
    expect(isCheckComplete(opened())).toBe(false)
    expect(checkSpotCheck(completeCheck(opened()))).toEqual([])
  })

  it.each<[Partial<SpotCheck>, string[]]>([
    [{ checkedOn: '2026-13-01' }, ['checkedOn']],
    [{ place: ' ' }, ['place']],
    [{ checkers: '' }, ['checkers']],
    [{ lines: [] }, ['lines']],
    [{ verdict: '' }, ['verdict']],
    [{ lines: [{ ...emptyLine, id: 'x', found: '3 公里' }] }, ['lines.x.subject', 'lines.x.verdict']],
    [{ lines: [{ ...emptyLine, id: 'x', subject: '里程', verdict: 'true' }] }, ['lines.x.found']],
    [
      {
        lines: [{ ...emptyLine, id: 'x', subject: '里程', found: '3', verdict: 'mostly' }],
        verdict: 'mostly',
      },
      ['lines.x.text'],
    ],
    [{ verdict: 'false' }, ['suggestion']],
  ])('%o lacks %o', (change, places) => {
    const errors = checkSpotCheck({ ...completeCheck(opened()), ...change }).filter(
      ({ severity }) => severity === 'error',
    )
    expect(errors.map(({ at }) => at)).toEqual(places)
  })

  it('warns of a single checker, of falsehood without evidence, and of a mild verdict', () => {
    const line = {
      ...emptyLine,
      id: 'x',
      subject: '里程',
      found: '3',
      verdict: 'false',
      text: '现场丈量',
    } as const
    const check = { ...completeCheck(opened()), checkers: '赵强', lines: [line] }
    expect(checkSpotCheck(check).map(({ severity, at }) => [severity, at])).toEqual([
      ['warning', 'checkers'],
      ['warning', 'lines.x.evidence'],
      ['warning', 'verdict'],
    ])
  })

  it('proposes the worst verdict of its lines', () => {
    expect(proposedVerdict([])).toBe('')
    expect(proposedVerdict([{ verdict: 'true' }, { verdict: '' }])).toBe('true')
    expect(proposedVerdict([{ verdict: 'false' }, { verdict: 'mostly' }])).toBe('false')
  })

  it('says what changed in words', () => {
    const before = opened()
    const after = completeCheck(before)
    expect(diffSpotCheck(before, after)).toContainEqual({
      field: 'verdict',
      label: '核查结论',
      from: '',
      to: '属实',
    })
    expect(diffSpotCheck(before, before)).toEqual([])
  })

  it('keeps the explanation of the unit, and only that of the step', () => {
    const made = { actor: { duty: 'unit', name: '李明' }, at: '2026-09-05T00:00:00.000Z' } as const
    const asked = { ...opened(), state: 'asked' } as const
    const explained = steppedCheck(
      asked,
      'recorded',
      { id: 'explain-spot-check', opinion: ' 台账滞后 ' },
      made,
    )
    expect(explained).toMatchObject({ explanation: '台账滞后', state: 'recorded', heldSince: made.at })
    const later = steppedCheck(explained, 'submitted', { id: 'submit-spot-check', opinion: '请阅' }, made)
    expect(later.explanation).toBe('台账滞后')
    expect(later.trail.map(({ verb }) => verb)).toEqual(['提交说明', '提交绩效科'])
  })
})

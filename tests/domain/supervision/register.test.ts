import { describe, expect, it } from 'vitest'
import { dutyList } from '#domain/people/duties'
import { dutyMay } from '#domain/people/permissions'
import { emptyRegisterContent } from '#domain/supervision/register'
import {
  keepsRegister,
  type RegisterKind,
  registerKind,
  registerKindList,
  seesRegister,
} from '#domain/supervision/register-kinds'
import {
  checkEntry,
  registerFigures,
  standingOf,
  standingWord,
  sumOfField,
} from '#domain/supervision/standing'

function entry(kind: RegisterKind, values: Record<string, string>) {
  const content = { ...emptyRegisterContent, day: '2026-05-10', title: '标题', values }
  return { ...content, kind, changedAt: '', changedBy: '' }
}

const finding = { auditor: '县审计局', dueOn: '2026-06-30' }

describe('how far an entry has come', () => {
  it('is open through its last day and late on the next', () => {
    expect(standingOf(entry('audit', finding), '2026-06-29')).toBe('open')
    expect(standingOf(entry('audit', finding), '2026-06-30')).toBe('open')
    expect(standingOf(entry('audit', finding), '2026-07-01')).toBe('late')
    expect(standingWord(entry('audit', finding), '2026-07-01')).toBe('整改中，已逾期')
  })

  it('is done once the day of it stands, however late', () => {
    const done = entry('audit', { ...finding, doneOn: '2026-08-01' })
    expect(standingOf(done, '2026-09-01')).toBe('done')
    expect(standingWord(done, '2026-09-01')).toBe('已销号')
    expect(standingOf(entry('audit', { ...finding, doneOn: '2026-02-30' }), '2026-07-01')).toBe('late')
  })

  it('asks for a reply only where there is an opinion', () => {
    expect(standingOf(entry('invitation', { stage: 'evaluation' }), '2026-12-31')).toBe('none')
    expect(standingOf(entry('invitation', { opinion: ' ' }), '2026-12-31')).toBe('none')
    expect(standingOf(entry('invitation', { opinion: '应加快' }), '2026-12-31')).toBe('open')
    expect(standingOf(entry('training', { count: '3' }), '2026-12-31')).toBe('none')
  })
})

describe('what is missing', () => {
  it('asks each kind for its own fields', () => {
    const at = (kind: RegisterKind, values = {}) => checkEntry(entry(kind, values)).map((each) => each.at)
    expect(at('audit')).toEqual(['auditor', 'dueOn'])
    expect(at('audit', finding)).toEqual([])
    expect(at('training', { count: '12.5' })).toEqual(['count'])
    expect(at('report', { to: 'nobody' })).toEqual(['to'])
    expect(at('audit', { ...finding, dueOn: '2026-06-31' })).toEqual(['dueOn'])
  })

  it('refuses a day of completion before the day of the entry', () => {
    const on = (doneOn: string) => checkEntry(entry('audit', { ...finding, doneOn })).map((each) => each.at)
    expect(on('2026-05-09')).toEqual(['doneOn'])
    expect(on('2026-05-10')).toEqual([])
  })

  it('asks for title and day', () => {
    const blank = { ...entry('meeting', {}), title: ' ', day: '' }
    expect(checkEntry(blank).map(({ at }) => at)).toEqual(['title', 'day'])
  })
})

it('counts every kind, also those without an entry', () => {
  const entries = [
    entry('audit', finding),
    entry('audit', { ...finding, dueOn: '2026-05-31' }),
    entry('audit', { ...finding, doneOn: '2026-06-01' }),
    entry('training', { count: '40' }),
    entry('training', { count: '约 30' }),
    entry('training', { count: '25' }),
  ]
  const figures = registerFigures(entries, '2026-06-15')
  expect(figures.map(({ kind }) => kind)).toEqual(registerKindList)
  expect(figures.find(({ kind }) => kind === 'audit')).toEqual({
    kind: 'audit',
    all: 3,
    open: 1,
    late: 1,
    done: 1,
  })
  expect(figures.find(({ kind }) => kind === 'clue')?.all).toBe(0)
  expect(sumOfField(entries, 'training', 'count')).toBe(65)
})

describe('who keeps what', () => {
  it('gives every kind keepers that may write, and fields that its follow-up names', () => {
    for (const kind of registerKindList) {
      const { keepers, followUp, fields, clause } = registerKind(kind)
      expect(keepers.length, kind).toBeGreaterThan(0)
      expect(clause, kind).toMatch(/^巴财〔2020〕38号 /)
      for (const duty of keepers) expect(dutyMay(duty, 'save-register'), `${kind} ${duty}`).toBe(true)
      const ids = fields.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of followUp ? [followUp.when, followUp.due, followUp.done] : [])
        if (id !== '') expect(ids, kind).toContain(id)
    }
  })

  it('shows clues to nobody but their keepers and the leader', () => {
    const seeing = dutyList.filter((duty) => seesRegister(duty, 'clue'))
    expect(seeing).toEqual(['performance', 'inspection', 'leader'])
    expect(keepsRegister('leader', 'clue')).toBe(false)
    expect(seesRegister('spending', 'audit')).toBe(true)
  })
})

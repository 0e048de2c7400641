import { expect, it } from 'vitest'
import { lastPerson, newGoalContent } from '#domain/goals/new-goal'

const unit = { id: 'u1', name: '南江县第一小学' }
const person = { contact: '李敏', phone: '0827-8220002' }

it('a new project names its unit, the person and the days of its year', () => {
  expect(newGoalContent({ unit, kind: 'project', book: 'fund', year: 2026, person })).toMatchObject({
    ...{ unitId: 'u1', kind: 'project', book: 'fund', name: '', responsible: '南江县第一小学' },
    ...{ contact: '李敏', phone: '0827-8220002', startsOn: '2026-01-01', endsOn: '2026-12-31' },
  })
})

it('a whole department has its own name and no days', () => {
  expect(newGoalContent({ unit, kind: 'department', book: 'general', year: 2026, person })).toMatchObject({
    ...{ name: '南江县第一小学', startsOn: '', endsOn: '' },
  })
})

it('the person is whom the unit named last, and nobody where no goal names one', () => {
  const named = (contact: string, phone: string, changedAt: string) => ({ contact, phone, changedAt })
  const goals = [
    named('王某', '1', '2026-01-02T00:00:00.000Z'),
    named('李敏', '2', '2026-01-03T00:00:00.000Z'),
    named(' ', '3', '2026-01-04T00:00:00.000Z'),
  ]
  expect(lastPerson(goals)).toEqual({ contact: '李敏', phone: '2' })
  expect(lastPerson(goals.slice(2))).toBeNull()
})

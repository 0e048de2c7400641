import { describe, expect, it } from 'vitest'
import { type Duty, dutyList } from '#domain/people/duties'
import type { Area } from '#domain/people/duty-table/permit'
import { type Permission, permissions } from '#domain/people/permissions'
import { nextState, type Workflow } from '#domain/workflow'

/** A step that a test writes out apart from the table: by whom, from where, to where, and whether it wants an opinion. */
export type RoadStep<State extends string> = [Permission, readonly Duty[], State[], State, boolean]

/** A document goes exactly this road, whoever tries whichever step in whichever state. */
export function itGoes<State extends string>(
  workflow: Workflow<State>,
  road: readonly RoadStep<State>[],
  area: Area,
): void {
  const states = Object.keys(workflow.states) as State[] // the states of the table
  describe('every duty × every step × every state', () => {
    it('the road has exactly these steps, all rows of the area', () => {
      expect(workflow.steps.map(({ id }) => id)).toEqual(road.map(([id]) => id))
      for (const [id] of road) expect(permissions[id].area).toBe(area)
    })

    it.each(road)('%s', (id, allowed, from, to, needsOpinion) => {
      for (const duty of dutyList)
        for (const state of states) {
          const expected = !from.includes(state)
            ? { refused: 'not-allowed' }
            : allowed.includes(duty)
              ? { to }
              : { refused: 'wrong-duty' }
          expect(nextState(workflow, state, { id, opinion: '意见' }, { duty })).toEqual(expected)
        }
      const [state] = from
      const [duty] = allowed
      if (!state || !duty) throw new Error('the table has a step from nowhere')
      const silent = nextState(workflow, state, { id, opinion: ' ' }, { duty })
      expect(silent).toEqual(needsOpinion ? { refused: 'opinion-missing' } : { to })
    })
  })
}

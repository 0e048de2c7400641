import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import { useState } from 'react'
import type { EvaluationTask } from '#domain/evaluation/task'
import { type Visit, type Visitor, visitorKinds } from '#domain/evaluation/visit'
import type { Agency } from '#domain/experts/agency'
import type { Section } from '#domain/year-book'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'

type Choice = { label: string; kind: Visitor['kind']; of: string; name: string }

/** 参加人员: experts of the task by a choice, people of the agency and of the sections by their names. */
export function VisitPeople(props: {
  task: EvaluationTask
  visit: Visit
  /** Of the visit, for the labels of its controls. */
  name: string
  sections: readonly Section[]
  agencies: readonly Agency[]
  readOnly: boolean
  onChange: (visitors: readonly Visitor[]) => void
}) {
  const { task, visit, sections, agencies, readOnly } = props
  const [chosen, setChosen] = useState('')
  const [names, setNames] = useState('')
  const choices = choicesFor(task, visit, sections, agencies)
  const choice = choices.find((each) => keyOf(each) === chosen)
  const houses = new Map([...sections, ...agencies].map(({ id, name }) => [id, name]))

  function choose(key: string) {
    const next = choices.find((each) => keyOf(each) === key)
    // An expert is one person; of the others the names are asked.
    if (next?.kind === 'expert') add(next, [next.name])
    else setChosen(key)
  }
  function add({ kind, of }: Choice, people: readonly string[]) {
    const known = new Set(visit.visitors.map((each) => `${keyOf(each)} ${each.name}`))
    const fresh = people.map((name): Visitor => ({ kind, of, name }))
    const added = fresh.filter((each) => !known.has(`${keyOf(each)} ${each.name}`))
    if (added.length > 0) props.onChange([...visit.visitors, ...added])
  }
  function addNames() {
    const people = names.split(/[、，,;；\s]+/).filter((each) => each !== '')
    if (!choice || people.length === 0) return
    add(choice, people)
    setNames('')
  }

  return (
    <Box role="group" aria-label={`${props.name}的参加人员`} sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ fontSize: 12, color: colours.secondary }}>参加人员</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'end' }}>
        {visit.visitors.length === 0 && readOnly && <Box sx={{ fontSize: 13 }}>—</Box>}
        {visit.visitors.map((visitor) => {
          const house = visitor.kind === 'expert' ? visitorKinds.expert : houses.get(visitor.of)
          const label = `${visitor.name}（${house ?? visitorKinds[visitor.kind]}）`
          return (
            <Chip
              key={`${keyOf(visitor)} ${visitor.name}`}
              size="small"
              variant="outlined"
              label={label}
              sx={{ height: 28 }}
              {...(readOnly
                ? {}
                : {
                    tabIndex: 0,
                    title: '按 Delete 移除',
                    onDelete: () => props.onChange(visit.visitors.filter((each) => each !== visitor)),
                  })}
            />
          )
        })}
        {!readOnly && (
          <>
            <Box sx={{ width: 190 }}>
              <ChoiceField
                hideLabel
                label={`${props.name}：添加专家或单位`}
                value={chosen}
                blank="添加人员…"
                choices={Object.fromEntries(choices.map((each) => [keyOf(each), each.label]))}
                onCommit={choose}
              />
            </Box>
            {choice && (
              <>
                <Box sx={{ width: 200 }}>
                  <TextField
                    hideLabel
                    label={`${props.name}：${choice.label}人员姓名`}
                    placeholder="姓名，几人用顿号隔开"
                    value={names}
                    onCommit={setNames}
                  />
                </Box>
                <Button variant="outlined" onClick={addNames}>
                  加入
                </Button>
              </>
            )}
          </>
        )}
      </Box>
    </Box>
  )
}

function keyOf({ kind, of }: Pick<Visitor, 'kind' | 'of'>): string {
  return `${kind} ${of}`
}

/** Experts that do not go yet, the agency that the task is given to, the sections of the bureau. */
function choicesFor(
  task: EvaluationTask,
  visit: Visit,
  sections: readonly Section[],
  agencies: readonly Agency[],
): Choice[] {
  const going = new Set(visit.visitors.map(keyOf))
  const experts = task.experts.map(
    ({ expertId: of, name }): Choice => ({ kind: 'expert', of, name, label: name }),
  )
  const agency = agencies.find(({ id }) => id === task.agencyId)
  return [
    ...experts
      .filter((each) => !going.has(keyOf(each)))
      .map((each) => ({ ...each, label: `${visitorKinds.expert}：${each.name}` })),
    ...(agency ? [{ kind: 'agency', of: agency.id, name: '', label: agency.name } as const] : []),
    ...sections.map(({ id: of, name: label }): Choice => ({ kind: 'section', of, name: '', label })),
  ]
}

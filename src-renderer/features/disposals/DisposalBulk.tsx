import Button from '@mui/material/Button'
import { useState } from 'react'
import { takeDisposalStep } from '#actions/take-disposal-step'
import type { Calendar } from '#domain/calendar'
import type { Disposal } from '#domain/disposals/disposal'
import { disposalFlow } from '#domain/disposals/flow'
import { hasLetter, mayBeNumbered } from '#domain/disposals/letters'
import { measuresForDelay } from '#domain/disposals/propose'
import { measures } from '#domain/disposals/rules'
import { may, type Permission } from '#domain/people/permissions'
import { stepOf } from '#domain/workflow'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { BulkBar } from '#ui/BulkBar.tsx'
import { useToast } from '#ui/Toast.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { exportLetters } from './disposal-export.ts'
import type { DisposalRow } from './disposal-rows.ts'
import { NumberDialog } from './NumberDialog.tsx'
import { stepPhrases, stepTexts } from './step-texts.ts'

const bulkSteps = [
  'decide-disposal',
  'drop-disposal',
  'redecide-disposal',
  'pass-answer',
  'close-disposal',
  'restore-disposal',
] as const satisfies readonly Permission[]
type BulkStep = (typeof bulkSteps)[number]

/** Above the table while rows are chosen: each step with how many of them it can be taken with, and the letters. */
export function DisposalBulk(props: {
  chosen: readonly DisposalRow[]
  all: readonly Disposal[]
  units: readonly Unit[]
  sections: readonly Section[]
  calendars: readonly Calendar[]
  onDone: () => void
}) {
  const { chosen, onDone } = props
  const { by, book, rules } = useSession()
  const { attempt, say } = useToast()
  const [numbering, setNumbering] = useState(false)
  const lettered = chosen.filter(({ disposal }) => hasLetter(disposal))
  const numbered = chosen.filter(({ disposal }) => mayBeNumbered(disposal))

  const [graver] = measuresForDelay(rules.monitoring.disposal)

  function fitting(id: BulkStep): DisposalRow[] {
    const from = stepOf(disposalFlow, id)?.from ?? []
    const rows = chosen.filter(({ disposal }) => from.includes(disposal.state))
    // Together only what is late is made graver; a change of one decision is made on its page.
    return id === 'redecide-disposal' ? rows.filter(({ group }) => group === 'overdue' && graver) : rows
  }

  function exportAll() {
    attempt(async () => {
      const disposals = lettered.map(({ disposal }) => disposal)
      const sentence = await exportLetters(disposals, {
        book,
        rules,
        units: props.units,
        sections: props.sections,
      })
      if (sentence) say(sentence)
    })
  }

  return (
    <BulkBar
      chosen={chosen}
      what="项处置"
      flow={disposalFlow}
      steps={bulkSteps.filter((id) => may(by, id))}
      fitting={fitting}
      main="decide-disposal"
      wordOf={(id) => (id === 'redecide-disposal' && graver ? `改为${measures[graver]}` : undefined)}
      texts={stepTexts}
      phrases={stepPhrases}
      take={(rows, wanted) => {
        const decision = wanted.id === 'redecide-disposal' && graver ? { measure: graver } : {}
        const seen = rows.map(({ disposal: { id, revision } }) => ({ id, seenRevision: revision, decision }))
        return takeDisposalStep(seen, wanted, by)
      }}
      dialogOf={(id, rows, dialog) =>
        id === 'decide-disposal' && (
          <DecideDialog rows={rows} all={props.all} calendars={props.calendars} {...dialog} />
        )
      }
      onDone={onDone}
    >
      {numbered.length > 0 && may(by, 'save-disposal') && (
        <Button size="small" variant="outlined" onClick={() => setNumbering(true)}>
          登记文号 {numbered.length} 项
        </Button>
      )}
      {lettered.length > 0 && (
        <Button size="small" variant="outlined" onClick={exportAll}>
          导出文书 {lettered.length} 项
        </Button>
      )}
      {numbering && (
        <NumberDialog
          rows={numbered}
          all={props.all}
          onClose={() => setNumbering(false)}
          onDone={() => {
            setNumbering(false)
            onDone()
          }}
        />
      )}
    </BulkBar>
  )
}

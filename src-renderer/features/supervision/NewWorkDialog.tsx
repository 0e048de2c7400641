import Box from '@mui/material/Box'
import { useState } from 'react'
import { addWorkItem } from '#actions/add-work-item'
import { parseDay } from '#domain/dates'
import { type Duty, duties } from '#domain/people/duties'
import { problemsAt } from '#domain/problem'
import { checkPlanned, sectionsOfDuty, type WorkPlanned } from '#domain/supervision/work-item'
import type { Section } from '#domain/year-book'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'

const workers = [
  'performance',
  'budget',
  'inspection',
  'investment',
  'spending',
  'treasury',
  'office',
] as const

/** 新增工作: an item of the bureau's own, beside the shipped ones. */
export function NewWorkDialog(props: {
  sections: readonly Section[]
  onClose: () => void
  onAdded: (id: string) => void
}) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [tried, setTried] = useState(false)
  const [planned, setPlanned] = useState<WorkPlanned>({
    ...{ name: '', sectionId: '', dueOn: '', proofHint: '', clause: '本局工作安排', mark: '拟' },
    duty: 'performance',
  })
  const choices = Object.fromEntries(props.sections.map(({ id, name }) => [id, name]))
  const problems = tried ? checkPlanned(planned) : []
  const at = (field: string) => problemsAt(problems, field)

  /** The section says whose duty it is. */
  function choose(sectionId: string) {
    const duty: Duty =
      workers.find((each) => sectionsOfDuty(each, props.sections).some(({ id }) => id === sectionId)) ??
      'spending'
    setPlanned({ ...planned, sectionId, duty })
  }

  function add() {
    setTried(true)
    if (checkPlanned(planned).length > 0) return
    attempt(async () => {
      const { id, name } = await addWorkItem(book.id, planned, by)
      say(`已列入年度计划：${name}`)
      props.onAdded(id)
    })
  }

  return (
    <ConfirmDialog open title="新增年度工作" action="列入计划" onCancel={props.onClose} onConfirm={add}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <TextField
          label="工作内容"
          lines={2}
          value={planned.name}
          problems={at('name')}
          onCommit={(name) => setPlanned((before) => ({ ...before, name: name.trim() }))}
        />
        <ChoiceField
          label="责任科室"
          value={planned.sectionId}
          choices={choices}
          blank="请选择"
          problems={at('sectionId')}
          onCommit={choose}
        />
        <TextField
          label="完成期限"
          value={planned.dueOn}
          placeholder={`如 ${book.year}-06-30`}
          problems={planned.dueOn === '' ? at('dueOn') : problemsAt(checkPlanned(planned), 'dueOn')}
          onCommit={(text) =>
            setPlanned((before) => ({ ...before, dueOn: parseDay(text, 'last') || text.trim() }))
          }
        />
        <TextField
          label="应有的佐证"
          value={planned.proofHint}
          onCommit={(proofHint) => setPlanned((before) => ({ ...before, proofHint: proofHint.trim() }))}
        />
        {planned.sectionId !== '' && (
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
            由“{duties[planned.duty].name}”职责办理和报完成。
          </Box>
        )}
      </Box>
    </ConfirmDialog>
  )
}

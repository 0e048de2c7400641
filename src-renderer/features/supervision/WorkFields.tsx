import Box from '@mui/material/Box'
import { attachmentStore } from '#desktop'
import { type Problem, problemsAt } from '#domain/problem'
import type { WorkItem } from '#domain/supervision/work-item'
import type { Section } from '#domain/year-book'
import { useSession } from '#session'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { DayField } from '#ui/DayField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'

type Given = { item: WorkItem; readOnly: boolean; onChange: (change: Partial<WorkItem>) => void }

/** What is asked, of whom and until when. */
export function PlanFields(props: Given & { sections: readonly Section[] }) {
  const { item, readOnly, onChange } = props
  const choices = Object.fromEntries(props.sections.map(({ id, name }) => [id, name]))
  return (
    <>
      <TextField
        label="工作内容"
        lines={2}
        value={item.name}
        readOnly={readOnly}
        onCommit={(name) => name.trim() !== '' && onChange({ name: name.trim() })}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        <ChoiceField
          label="责任科室"
          value={item.sectionId}
          choices={choices}
          readOnly={readOnly || item.templateId !== ''}
          onCommit={(sectionId) => sectionId !== '' && onChange({ sectionId })}
        />
        <DayField
          label="完成期限"
          edge="last"
          isNeeded
          value={item.dueOn}
          readOnly={readOnly}
          onCommit={(dueOn) => onChange({ dueOn })}
        />
      </Box>
    </>
  )
}

/** What was done, and what proves it. */
export function ReportFields({
  item,
  readOnly,
  onChange,
  problems,
}: Given & { problems: readonly Problem[] }) {
  const { by } = useSession()
  return (
    <>
      <TextField
        label="完成情况"
        lines={3}
        value={item.progress}
        readOnly={readOnly}
        problems={problemsAt(problems, 'progress')}
        onCommit={(progress) => onChange({ progress })}
      />
      <TextField
        label="佐证所在"
        hint={item.proofHint === '' ? '文号、所在页面' : item.proofHint}
        value={item.proof}
        readOnly={readOnly}
        problems={problemsAt(problems, 'proof')}
        onCommit={(proof) => onChange({ proof: proof.trim() })}
      />
      <AttachmentList
        attachments={item.attachments}
        store={attachmentStore}
        addedBy={by.name}
        mayAdd={!readOnly}
        mayRemove={!readOnly}
        inputLabel="工作佐证材料"
        onChange={(attachments) => onChange({ attachments })}
      />
    </>
  )
}

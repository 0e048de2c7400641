import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Link } from 'react-router'
import { removeRegisterEntry } from '#actions/remove-register-entry'
import { saveRegisterEntry } from '#actions/save-register-entry'
import { attachmentStore } from '#desktop'
import { parseDay } from '#domain/dates'
import { duties } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { problemsAt } from '#domain/problem'
import type { RegisterContent, RegisterEntry } from '#domain/supervision/register'
import { keepsRegister, registerKind } from '#domain/supervision/register-kinds'
import { checkEntry } from '#domain/supervision/standing'
import { useSession } from '#session'
import { registerEntryById } from '#storage/registers'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { EntryField } from './EntryField.tsx'
import { GoalLinks } from './GoalLinks.tsx'

/** The form of an entry beside the ledger: what its kind asks for, kept as it is written. */
export function EntryPanel({ kept, onRemoved }: { kept: RegisterEntry; onRemoved: () => void }) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [removing, setRemoving] = useState(false)
  const saver = useRecordSaver<RegisterEntry>(kept, {
    read: registerEntryById,
    keep: (latest, change) => saveRegisterEntry(latest.id, latest.revision, change, by),
  })
  const { record: entry } = saver
  const rule = registerKind(entry.kind)
  const readOnly = !may(by, 'save-register') || !keepsRegister(by.duty, entry.kind)
  const problems = checkEntry(entry)
  const at = (field: string) => problemsAt(problems, field)
  const save = (change: Partial<RegisterContent>) => saver.change(() => change)

  function remove() {
    setRemoving(false)
    attempt(async () => {
      await saver.flush()
      const latest = await registerEntryById(entry.id)
      await removeRegisterEntry(entry.id, latest?.revision ?? 0, by)
      say(`已删除${rule.name}${entry.title === '' ? '' : `：${entry.title}`}。操作记录中仍可查到。`)
      onRemoved()
    })
  }

  return (
    <Box
      component="aside"
      aria-label="登记内容"
      sx={{
        ...{ width: 'min(348px, 38vw)', flex: 'none', overflow: 'auto', p: 3, display: 'grid', gap: 2 },
        ...{ alignContent: 'start', bgcolor: colours.surface, borderLeft: `1px solid ${colours.line}` },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
        <Box sx={{ fontWeight: 600, flex: 1 }}>{rule.name}</Box>
        <Box sx={{ fontSize: 12, color: colours.secondary }}>
          {readOnly ? '只读' : <SaveNote saver={saver} at={entry.changedAt} />}
        </Box>
      </Box>
      <TextField
        label={rule.titleName}
        lines={2}
        value={entry.title}
        readOnly={readOnly}
        problems={at('title')}
        onCommit={(title) => save({ title: title.trim() })}
      />
      <TextField
        label="日期"
        value={entry.day}
        readOnly={readOnly}
        problems={at('day')}
        onCommit={(day) => save({ day: parseDay(day) || day.trim() })}
      />
      {rule.fields.map((field) => (
        <EntryField
          key={field.id}
          field={field}
          value={entry.values[field.id] ?? ''}
          readOnly={readOnly}
          problems={at(field.id)}
          onCommit={(value) =>
            saver.change((before) => ({ values: { ...before.values, [field.id]: value } }))
          }
        />
      ))}
      <TextField
        label={rule.textName}
        lines={3}
        value={entry.text}
        readOnly={readOnly}
        onCommit={(text) => save({ text })}
      />
      <TextField
        label={rule.personsName}
        value={entry.persons}
        readOnly={readOnly}
        onCommit={(persons) => save({ persons })}
      />
      <GoalLinks goalIds={entry.goalIds} readOnly={readOnly} onChange={(goalIds) => save({ goalIds })} />
      <AttachmentList
        attachments={entry.attachments}
        store={attachmentStore}
        addedBy={by.name}
        mayAdd={!readOnly}
        mayRemove={!readOnly}
        inputLabel="登记的附件"
        onChange={(attachments) => save({ attachments })}
      />
      {entry.chapters.length > 0 && (
        <Button variant="outlined" component={Link} to={`/supervision/reports/${entry.id}`}>
          打开报告正文
        </Button>
      )}
      <Box sx={{ fontSize: 12, color: colours.secondary }}>
        依据：{rule.clause}〔{rule.mark}〕。登记：
        {rule.keepers.map((duty) => duties[duty].section).join('、')}
        {rule.confidential ? '；只有登记的科室和局领导可以查看' : ''}。
      </Box>
      {!readOnly && may(by, 'remove-register') && (
        <Button color="error" size="small" sx={{ justifySelf: 'start' }} onClick={() => setRemoving(true)}>
          删除这条登记
        </Button>
      )}
      <ConfirmDialog
        open={removing}
        title={`删除这条${rule.name}？`}
        action="删除 1 条登记"
        dangerous
        onCancel={() => setRemoving(false)}
        onConfirm={remove}
      >
        {entry.title || '这条登记还没有填写事项。'}
      </ConfirmDialog>
    </Box>
  )
}

import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { attachmentStore } from '#desktop'
import { addUp, formatWanExact } from '#domain/money'
import { may } from '#domain/people/permissions'
import { problemsAt } from '#domain/problem'
import { useSession } from '#session'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { MoneyField } from '#ui/MoneyField.tsx'
import { fields, note } from '#ui/part-style'
import { TextField } from '#ui/TextField.tsx'
import { FollowUps } from './FollowUps.tsx'
import type { PartProps } from './part.ts'

/** 落实和书面反馈 of 支出管理科, and what was done to see it through. */
export function PartAnswer(props: PartProps) {
  const { saver, application, lacks } = props
  const { by } = useSession()
  const { decidedChange, doneChange, state } = application
  const readOnly = state !== 'carrying' || !may(by, 'save-application-answer')
  const differs = decidedChange !== null && doneChange !== null && doneChange !== decidedChange
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={fields}>
        <TextField
          wide
          label="落实情况"
          hint="落实到哪个预算项目、依据的文件"
          lines={3}
          value={application.answer}
          readOnly={readOnly}
          problems={problemsAt(lacks, 'answer')}
          onCommit={(answer) => saver.answer({ answer })}
        />
        <MoneyField
          label="实际落实增减"
          hint="万元，压减填负数"
          value={doneChange}
          readOnly={readOnly}
          problems={problemsAt(lacks, 'doneChange')}
          onCommit={(change) => saver.answer({ doneChange: change })}
        />
        <TextField label="反馈日期" value={application.answeredOn} readOnly onCommit={() => undefined} />
        <TextField label="落实期限" value={application.dueOn} readOnly onCommit={() => undefined} />
        {!readOnly && decidedChange !== null && doneChange === null && (
          <Box sx={{ gridColumn: '1 / -1' }}>
            <Button size="small" onClick={() => saver.answer({ doneChange: decidedChange })}>
              按审定的 {formatWanExact(decidedChange)} 万元填
            </Button>
          </Box>
        )}
        <AttachmentList
          attachments={application.attachments}
          store={attachmentStore}
          addedBy={by.name}
          mayAdd={!readOnly}
          mayRemove={!readOnly}
          inputLabel="落实佐证资料"
          onChange={(attachments) => saver.answer({ attachments })}
        />
      </Box>
      {differs && (
        <Box sx={note}>
          ▲ 与审定相差 {formatWanExact(Math.abs(addUp([doneChange, -decidedChange])))} 万元。
        </Box>
      )}
      <FollowUps {...props} />
    </Box>
  )
}

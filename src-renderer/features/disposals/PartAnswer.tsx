import Box from '@mui/material/Box'
import { attachmentStore } from '#desktop'
import { parseDay } from '#domain/dates'
import { asksChoice, checkAnswer } from '#domain/disposals/checks'
import { waitsForUnit } from '#domain/disposals/disposal'
import { choices } from '#domain/disposals/rules'
import { may } from '#domain/people/permissions'
import { problemsAt } from '#domain/problem'
import { useSession } from '#session'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { fields, note } from '#ui/part-style'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import type { PartProps } from './part.ts'

/** 整改情况: what the unit chooses and has done, with its evidence. */
export function PartAnswer({ saver, disposal, showsLack }: PartProps & { showsLack: boolean }) {
  const { by, rules } = useSession()
  const disposalRules = rules.monitoring.disposal
  const isUnits = waitsForUnit(disposal.state)
  const readOnly = !isUnits || !may(by, 'save-answer')
  const isAsked = asksChoice(disposal, disposalRules)
  const problems = showsLack ? checkAnswer(disposal, disposal, disposalRules) : []
  const [clause] = disposalRules.choices
  if (disposal.state === 'proposed' || disposal.state === 'dropped')
    return <Box sx={note}>下达处置后由单位填写。</Box>
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={fields}>
        {(isAsked || disposal.choice !== '') && (
          <ChoiceField
            label="处理方式"
            required
            value={disposal.choice}
            choices={choices}
            blank="请选择"
            readOnly={readOnly}
            problems={problemsAt(problems, 'choice')}
            onCommit={(choice) => saver.answer({ choice })}
          />
        )}
        <TextField
          label="计划完成日期"
          hint="已完成的不填"
          value={disposal.doneBy}
          readOnly={readOnly}
          problems={problemsAt(problems, 'doneBy')}
          onCommit={(text) => saver.answer({ doneBy: parseDay(text, 'last') || text.trim() })}
        />
        {disposal.answeredOn !== '' && (
          <TextField label="提交日期" value={disposal.answeredOn} readOnly onCommit={() => undefined} />
        )}
        <TextField
          wide
          label="整改情况"
          hint="查明的原因、已采取的措施、下一步安排"
          lines={5}
          value={disposal.answer}
          readOnly={readOnly}
          problems={problemsAt(problems, 'answer')}
          onCommit={(answer) => saver.answer({ answer })}
        />
        <AttachmentList
          attachments={disposal.attachments}
          store={attachmentStore}
          addedBy={by.name}
          mayAdd={!readOnly}
          mayRemove={!readOnly}
          inputLabel="整改佐证资料"
          onChange={(attachments) => saver.answer({ attachments })}
        />
      </Box>
      {isAsked && clause && (
        <Box sx={note}>
          处理方式三选一，依据：{clause.clause}〔{clause.mark}〕
        </Box>
      )}
    </Box>
  )
}

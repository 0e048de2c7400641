import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { answerAppraisalObjection } from '#actions/answer-appraisal-objection'
import { objectAppraisal } from '#actions/object-appraisal'
import { type Objection, objectionDecisions } from '#domain/appraisals/appraisal'
import { isAssessed } from '#domain/appraisals/roles'
import { itemsOf } from '#domain/appraisals/scheme'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { appraisalById } from '#storage/appraisals'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { AgreementDialog } from './AgreementDialog.tsx'
import type { AppraisalGiven } from './appraisal-part.ts'

/** 征求意见: what the assessed says within its working days, and what was made of it. */
export function Objections({ appraisal, today }: AppraisalGiven) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [itemId, setItemId] = useState('')
  const [text, setText] = useState('')
  const [isRecording, setIsRecording] = useState(false)
  const { agreed } = appraisal
  const isOpen = appraisal.state === 'asked' && !agreed && today <= appraisal.objectsUntil
  const mayObject = isOpen && may(by, 'object-appraisal') && isAssessed(appraisal, by)
  const mayRecord = isOpen && may(by, 'record-agreement')
  const names = Object.fromEntries(itemsOf(appraisal.scheme).map(({ id, name }) => [id, name]))

  function object() {
    attempt(async () => {
      const latest = await appraisalById(appraisal.id)
      await objectAppraisal(appraisal.id, latest?.revision ?? 0, { itemId, text }, by)
      setText('')
      const isUnits = book.identity.level === 'unit'
      say(isUnits ? '已提出意见。请生成上报包交财政局，答复随批复包带回。' : '已提出意见')
    })
  }

  return (
    <Box sx={{ p: 3, display: 'grid', gap: 3, fontSize: 13 }}>
      <Box sx={{ color: colours.secondary }}>
        {appraisal.objectsUntil === ''
          ? `征求意见后，被考核对象在 ${appraisal.scheme.objectionDays} 个工作日内可以提出。`
          : `可在 ${appraisal.objectsUntil} 前提出（${appraisal.scheme.objectionDays} 个工作日）。`}
      </Box>
      {agreed && (
        <Box sx={{ color: colours.ok }}>
          ● {agreed.on} {agreed.text}（{agreed.by}登记）
        </Box>
      )}
      {mayRecord && (
        <Button variant="outlined" onClick={() => setIsRecording(true)}>
          登记无异议
        </Button>
      )}
      {isRecording && (
        <AgreementDialog waiting={[appraisal]} today={today} onClose={() => setIsRecording(false)} />
      )}
      {appraisal.objections.map((each) => (
        <Answer key={each.id} objection={each} name={names[each.itemId] ?? '整体'} appraisal={appraisal} />
      ))}
      {mayObject && (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <ChoiceField label="对哪个指标" blank="整体" value={itemId} choices={names} onCommit={setItemId} />
          <TextField label="意见" lines={3} value={text} onCommit={setText} />
          <Button variant="outlined" onClick={object} disabled={text.trim() === ''}>
            提出意见
          </Button>
        </Box>
      )}
    </Box>
  )
}

function Answer(props: { objection: Objection; name: string; appraisal: AppraisalGiven['appraisal'] }) {
  const { objection, name, appraisal } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [decision, setDecision] = useState<Objection['decision']>('')
  const [answer, setAnswer] = useState('')
  const mayAnswer = appraisal.state === 'asked' && may(by, 'answer-appraisal-objection')
  return (
    <Box sx={{ borderBottom: `1px solid ${colours.line}`, pb: 2, display: 'grid', gap: 1 }}>
      <Box sx={{ fontWeight: 600 }}>{name}</Box>
      <Box>{objection.text}</Box>
      <Box sx={{ color: colours.secondary, fontSize: 12 }}>{objection.on} 提出</Box>
      {objection.decision !== '' ? (
        <Box>
          {objectionDecisions[objection.decision]}：{objection.answer}
        </Box>
      ) : mayAnswer ? (
        <>
          <ChoiceField
            label="处理"
            blank="请选择"
            value={decision}
            choices={objectionDecisions}
            onCommit={setDecision}
          />
          <TextField label="答复" lines={2} value={answer} onCommit={setAnswer} />
          <Button
            size="small"
            variant="outlined"
            disabled={decision === '' || answer.trim() === ''}
            onClick={() =>
              attempt(async () => {
                const latest = await appraisalById(appraisal.id)
                const given = { id: objection.id, decision, answer }
                await answerAppraisalObjection(appraisal.id, latest?.revision ?? 0, given, by)
                say('已答复')
              })
            }
          >
            答复
          </Button>
        </>
      ) : (
        <Box sx={{ color: colours.attention }}>▲ 等待答复</Box>
      )}
    </Box>
  )
}

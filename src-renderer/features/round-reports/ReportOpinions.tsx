import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { giveRoundOpinion } from '#actions/give-round-opinion'
import type { ReportChange } from '#actions/save-round-report'
import {
  adoptions,
  type OpinionVerdict,
  opinionVerdicts,
  type ReportOpinion,
  type RoundReport,
} from '#domain/monitoring/round-report'
import { isLimited } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sectionsOf } from '#storage/base-data'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

/** 征求意见: each section's answer, and what became of it. */
export function ReportOpinions(props: {
  report: RoundReport
  onAnswer: (answers: NonNullable<ReportChange['answers']>) => void
}) {
  const { report } = props
  const { book, by } = useSession()
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!sections) return null
  if (report.opinions.length === 0)
    return (
      <Box sx={{ fontSize: 13, color: colours.secondary }}>
        还没有征求意见。征求后，各归口股室在这里反馈；定稿前逐条写明采纳情况。
      </Box>
    )
  const ownCode = isLimited(by) ? by.scope : ''
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
      {report.opinions.map((opinion) => {
        const code = sections.find(({ id }) => id === opinion.sectionId)?.code ?? ''
        const mayGive =
          report.state === 'asked' && may(by, 'give-round-opinion') && (ownCode === '' || code === ownCode)
        return (
          <Box
            component="li"
            key={opinion.sectionId}
            sx={{ borderBottom: `1px solid ${colours.line}`, pb: 2, fontSize: 13 }}
          >
            <Said opinion={opinion} />
            {mayGive && <Give key={opinion.on + opinion.verdict} report={report} opinion={opinion} />}
            {opinion.verdict === 'change' && (
              <Answer
                opinion={opinion}
                readOnly={report.state === 'final' || !may(by, 'save-round-report')}
                onAnswer={props.onAnswer}
              />
            )}
          </Box>
        )
      })}
    </Box>
  )
}

function Said({ opinion }: { opinion: ReportOpinion }) {
  const { sectionName, verdict, text, by, on } = opinion
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Box sx={{ fontWeight: 600, flex: 1 }}>{sectionName}</Box>
        {verdict === '' && <Box sx={{ color: colours.secondary }}>○ 未反馈</Box>}
        {verdict === 'agree' && <Box sx={{ color: colours.ok }}>● 无意见</Box>}
        {verdict === 'change' && <Box sx={{ color: colours.attention }}>▲ 有修改意见</Box>}
      </Box>
      {text !== '' && <Box sx={{ mt: 1, overflowWrap: 'anywhere' }}>{text}</Box>}
      {verdict !== '' && (
        <Box sx={{ color: colours.secondary, fontSize: 12 }}>
          {by} {on}
        </Box>
      )}
    </>
  )
}

function Give({ report, opinion }: { report: RoundReport; opinion: ReportOpinion }) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [text, setText] = useState(opinion.text)
  const what = opinion.sectionName

  function give(verdict: OpinionVerdict) {
    attempt(async () => {
      const given = { sectionId: opinion.sectionId, verdict, text: verdict === 'change' ? text : '' }
      await giveRoundOpinion(report.id, report.revision, given, by)
      say(`已反馈：${opinionVerdicts[verdict]}。定稿前可以修改。`)
    })
  }

  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 2 }}>
      <TextField label={`${what}的修改意见`} lines={3} value={text} onCommit={setText} />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button size="small" variant="outlined" onClick={() => give('change')}>
          反馈修改意见
        </Button>
        <Button size="small" variant="contained" onClick={() => give('agree')}>
          无意见
        </Button>
      </Box>
    </Box>
  )
}

function Answer(props: {
  opinion: ReportOpinion
  readOnly: boolean
  onAnswer: (answers: NonNullable<ReportChange['answers']>) => void
}) {
  const { opinion, readOnly } = props
  const { sectionId, sectionName, adopted, answer } = opinion
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 1 }}>
      <ChoiceField
        label={`对${sectionName}意见的采纳情况`}
        value={adopted}
        choices={adoptions}
        blank="请选择"
        readOnly={readOnly}
        onCommit={(value) => props.onAnswer([{ sectionId, adopted: value, answer }])}
      />
      <TextField
        label="说明"
        hint="未全部采纳的必填"
        lines={2}
        value={answer}
        readOnly={readOnly}
        onCommit={(text) => props.onAnswer([{ sectionId, adopted, answer: text }])}
      />
    </Box>
  )
}

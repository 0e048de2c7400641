import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { attachmentStore } from '#desktop'
import type { Problem } from '#domain/problem'
import { proposedVerdict, type SpotCheck, verdicts } from '#domain/spot-checks/spot-check'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { Card } from '#ui/Card.tsx'
import { ChoiceField, TextField, type TextFieldProps } from '#ui/TextField.tsx'
import type { CheckDraft } from './check-saver.ts'
import { VerdictMark } from './RiskMark.tsx'

/** What every card of a spot check is given. */
type CardProps = { draft: CheckDraft; problems: readonly Problem[]; readOnly: boolean }

/** 核查信息: when, where and by whom. */
export function VisitCard(part: CardProps) {
  const { draft, problems, readOnly } = part
  const { check } = draft
  return (
    <Card title="核查信息">
      <Box
        sx={{
          ...{ display: 'grid', gap: 3, alignItems: 'start' },
          gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
        }}
      >
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'end' }}>
          <Box sx={{ flex: 1 }}>
            <TextField
              {...at(problems, 'checkedOn')}
              label="核查日期"
              placeholder="如 2026-08-20"
              value={check.checkedOn}
              readOnly={readOnly}
              onCommit={(checkedOn) => draft.change(() => ({ checkedOn: dayText(checkedOn) }))}
            />
          </Box>
          {!readOnly && check.checkedOn === '' && (
            <Button size="small" onClick={() => draft.change(() => ({ checkedOn: localToday() }))}>
              今天
            </Button>
          )}
        </Box>
        <TextPart {...part} field="place" label="核查地点" />
        <TextPart {...part} field="checkers" label="核查人员" hint="用顿号分开" placeholder="赵某、周某" />
      </Box>
    </Card>
  )
}

/** 核查情况和结论: what was found, what it comes to, and the papers. */
export function VerdictCard(part: CardProps) {
  const { draft, problems, readOnly } = part
  const { check } = draft
  const { by } = useSession()
  return (
    <Card title="核查情况和结论">
      <Box sx={{ display: 'grid', gap: 3 }}>
        <TextPart
          {...part}
          field="record"
          label="核查情况"
          lines={3}
          placeholder="查了哪些资料、看了哪些现场、发现什么"
        />
        <Box sx={{ display: 'grid', gridTemplateColumns: '200px 1fr', gap: 3, alignItems: 'start' }}>
          <div>
            <ChoiceField
              {...at(problems, 'verdict')}
              label="核查结论"
              value={check.verdict}
              choices={verdicts}
              blank="请选择"
              readOnly={readOnly}
              onCommit={(verdict) => draft.change(() => ({ verdict }))}
            />
            <Proposal
              check={check}
              readOnly={readOnly}
              onTake={(verdict) => draft.change(() => ({ verdict }))}
            />
          </div>
          <TextPart
            {...part}
            field="suggestion"
            label="处理建议"
            lines={2}
            placeholder="如：更正监控数据、督促整改、移送处理"
          />
        </Box>
        <AttachmentList
          attachments={check.evidence}
          store={attachmentStore}
          addedBy={by.name}
          mayAdd={!readOnly}
          mayRemove={!readOnly}
          inputLabel="底稿和照片文件"
          onChange={(evidence) => draft.change(() => ({ evidence }))}
        />
      </Box>
    </Card>
  )
}

function TextPart({
  draft,
  problems,
  field,
  ...more
}: CardProps &
  Pick<TextFieldProps, 'label' | 'hint' | 'lines' | 'placeholder'> & {
    field: 'place' | 'checkers' | 'record' | 'suggestion'
  }) {
  return (
    <TextField
      {...at(problems, field)}
      {...more}
      value={draft.check[field]}
      onCommit={(value) => draft.change(() => ({ [field]: value }))}
    />
  )
}

function at(problems: readonly Problem[], field: string) {
  return {
    field,
    problems: problems.filter((problem) => problem.at === field && problem.severity === 'warning'),
  }
}

/** 2026/8/5 and 2026年8月5日 as 2026-08-05; other text stays for the check to name. */
function dayText(text: string): string {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim()) ?? []
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim()
}

function Proposal(props: {
  check: SpotCheck
  readOnly: boolean
  onTake: (verdict: keyof typeof verdicts) => void
}) {
  const proposed = proposedVerdict(props.check.lines)
  if (props.readOnly || proposed === '' || proposed === props.check.verdict) return null
  return (
    <Box sx={{ fontSize: 12, mt: 1, display: 'flex', alignItems: 'center', gap: 1 }}>
      按事项应为 <VerdictMark verdict={proposed} />
      <Button size="small" onClick={() => props.onTake(proposed)}>
        采用
      </Button>
    </Box>
  )
}

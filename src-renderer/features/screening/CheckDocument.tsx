import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useRef } from 'react'
import { attachmentStore } from '#desktop'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import { checkSpotCheck } from '#domain/spot-checks/checks'
import { isCheckWritable } from '#domain/spot-checks/flow'
import {
  pickWays,
  proposedVerdict,
  type SpotCheck,
  type SpotCheckContent,
  verdicts,
} from '#domain/spot-checks/spot-check'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { localDay } from '#storage/local-day'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { Card } from '#ui/Card.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { CheckActions } from './CheckActions.tsx'
import { CheckHead } from './CheckHead.tsx'
import { CheckLines } from './CheckLines.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { useCheckDraft } from './check-saver.ts'
import { VerdictMark } from './RiskMark.tsx'

/** 核查工作底稿 on screen: where and by whom, each thing reported beside what was found, and the verdict. */
export function CheckDocument(props: {
  kept: SpotCheck
  form: Monitoring | null
  round: Round | null
  units: readonly Unit[]
}) {
  const { form } = props
  const { by } = useSession()
  const draft = useCheckDraft(props.kept, by)
  const paper = useRef<HTMLDivElement>(null)
  const { check } = draft
  const readOnly = !isCheckWritable(props.kept.state) || !may(by, 'save-spot-check')
  const problems = useMemo(() => (isCheckWritable(check.state) ? checkSpotCheck(check) : []), [check])
  const unit = props.units.find(({ id }) => id === check.unitId)
  const where = [unit?.name, props.round?.name, pickWays[check.way]]
  const isChanged = form !== null && form.revision !== check.formRevision

  function jump(at: string) {
    const place = paper.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(at)}"]`)
    place?.scrollIntoView({ block: 'center' })
    const control = place?.matches('select')
      ? place
      : place?.querySelector<HTMLElement>('input, textarea, select, button')
    control?.focus({ preventScroll: true })
  }

  const change = (patch: Partial<SpotCheckContent>) => draft.change(() => patch)
  const text = (field: 'place' | 'checkers' | 'record' | 'suggestion', label: string, more: object = {}) => (
    <TextField
      {...at(problems, field)}
      {...more}
      label={label}
      value={check[field]}
      readOnly={readOnly}
      onCommit={(value) => change({ [field]: value })}
    />
  )

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <CheckHead draft={draft} where={where} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box
          ref={paper}
          sx={{
            flex: 1,
            minWidth: 0,
            overflow: 'auto',
            p: 3,
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr)',
            gap: 3,
            alignContent: 'start',
          }}
        >
          {isChanged && (
            <Box role="note" sx={{ fontSize: 13, color: colours.attention }}>
              ▲ 监控表在抽取后被修改过，这里保留抽取时的填报数；可在监控表的过程中查看改动。
            </Box>
          )}
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
                    onCommit={(checkedOn) => change({ checkedOn: dayText(checkedOn) })}
                  />
                </Box>
                {!readOnly && check.checkedOn === '' && (
                  <Button
                    size="small"
                    onClick={() => change({ checkedOn: localDay(new Date().toISOString()) })}
                  >
                    今天
                  </Button>
                )}
              </Box>
              {text('place', '核查地点')}
              {text('checkers', '核查人员', { hint: '用顿号分开', placeholder: '赵某、周某' })}
            </Box>
          </Card>
          <Card title="核查事项" field="lines">
            <CheckLines draft={draft} problems={problems} readOnly={readOnly} />
          </Card>
          <Card title="核查情况和结论">
            <Box sx={{ display: 'grid', gap: 3 }}>
              {text('record', '核查情况', { lines: 3, placeholder: '查了哪些资料、看了哪些现场、发现什么' })}
              <Box sx={{ display: 'grid', gridTemplateColumns: '200px 1fr', gap: 3, alignItems: 'start' }}>
                <div>
                  <ChoiceField
                    {...at(problems, 'verdict')}
                    label="核查结论"
                    value={check.verdict}
                    choices={verdicts}
                    blank="请选择"
                    readOnly={readOnly}
                    onCommit={(verdict) => change({ verdict })}
                  />
                  <Proposal check={check} readOnly={readOnly} onTake={(verdict) => change({ verdict })} />
                </div>
                {text('suggestion', '处理建议', {
                  lines: 2,
                  placeholder: '如：更正监控数据、督促整改、移送处理',
                })}
              </Box>
              <AttachmentList
                attachments={check.evidence}
                store={attachmentStore}
                addedBy={by.name}
                mayAdd={!readOnly}
                mayRemove={!readOnly}
                inputLabel="底稿和照片文件"
                onChange={(evidence) => change({ evidence })}
              />
            </Box>
          </Card>
          {(check.explanation !== '' || check.state === 'asked') && (
            <Card title="单位说明">
              <Box sx={{ fontSize: 14, whiteSpace: 'pre-wrap' }}>
                {check.explanation || '等待单位说明：预算单位在下方“提交说明”中填写。'}
              </Box>
            </Card>
          )}
        </Box>
        <CheckPanel check={check} problems={problems} onJump={jump} />
      </Box>
      <CheckActions draft={draft} problems={problems} onJump={jump} />
    </Box>
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

import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { decisionProblems, reviewProblems, selfProblems } from '#domain/appraisals/checks'
import { isOpenForReview, isOpenForSelf } from '#domain/appraisals/flow'
import { itemsOf } from '#domain/appraisals/scheme'
import { fullOf, totalsOf } from '#domain/appraisals/score'
import { scoreText } from '#domain/evaluation/points'
import { ProblemList } from '#ui/ProblemList.tsx'
import { SidePanel } from '#ui/SidePanel.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
import type { AppraisalGiven } from './appraisal-part.ts'
import { gradeName } from './appraisal-rows.ts'
import { Objections } from './Objections.tsx'

const tabNames = { score: '得分', problems: '问题', objections: '意见', trail: '过程' } as const
type TabName = keyof typeof tabNames
const stages = { self: '自评', review: '复核', final: '最后' } as const

/** Beside the items: what it comes to in its three scores, what is missing, what was objected, and who did what. */
export function AppraisalPanel(props: AppraisalGiven & { onJump: (itemId: string) => void }) {
  const { appraisal, today, onJump } = props
  const [open, setOpen] = useState<TabName>('score')
  const problems = isOpenForSelf(appraisal.state)
    ? selfProblems(appraisal)
    : isOpenForReview(appraisal.state)
      ? [
          ...reviewProblems(appraisal),
          ...(appraisal.state === 'asked' ? decisionProblems(appraisal, today) : []),
        ]
      : []
  const counts: Partial<Record<TabName, number>> = {
    problems: problems.length,
    objections: appraisal.objections.length,
  }
  const tabs = (Object.entries(tabNames) as [TabName, string][]).map(([name, title]) => ({
    name,
    title: counts[name] ? `${title} ${counts[name]}` : title,
  }))
  const names = new Map(itemsOf(appraisal.scheme).map(({ id, name }) => [id, name]))
  return (
    <SidePanel label="得分、问题、意见与过程" width={290} tabs={tabs} open={open} onOpen={setOpen}>
      {open === 'score' && <Scores {...props} />}
      {open === 'problems' &&
        (problems.length === 0 ? (
          <Box sx={{ p: 3, fontSize: 13, color: colours.ok }}>● 没有问题，可以办理下一步。</Box>
        ) : (
          <ProblemList
            problems={problems}
            placeOf={({ at }) => names.get(at) ?? '加分、扣分和填报人'}
            onJump={({ at }) => onJump(names.has(at) ? at : 'extras')}
          />
        ))}
      {open === 'objections' && <Objections {...props} />}
      {open === 'trail' && (
        <Box sx={{ p: 3 }}>
          <TrailList trail={appraisal.trail} empty="还在自评，没有办理过程。" />
        </Box>
      )}
    </SidePanel>
  )
}

function Scores({ appraisal, onJump }: AppraisalGiven & { onJump: (itemId: string) => void }) {
  const full = fullOf(appraisal.scheme)
  const isSelf = isOpenForSelf(appraisal.state)
  const shown = (Object.keys(stages) as (keyof typeof stages)[]).filter(
    (stage) => !isSelf || stage === 'self',
  )
  const { frozen } = appraisal
  const final = totalsOf(appraisal, isSelf ? 'self' : 'final')
  return (
    <Box sx={{ p: 3, display: 'grid', gap: 3, fontSize: 13 }}>
      {frozen && (
        <Box sx={{ color: colours.ok, fontSize: 16, fontWeight: 600 }}>
          ● {scoreText(frozen.total)} 分，{gradeName(appraisal)}
          <Box sx={{ fontSize: 13, fontWeight: 400 }}>
            {appraisal.subject.group} 第 {frozen.rank} 名（共 {frozen.of} 个）
          </Box>
          {frozen.reasons.map((reason) => (
            <Box key={reason} sx={{ fontSize: 13, fontWeight: 400, color: colours.attention }}>
              ▲ {reason}
            </Box>
          ))}
        </Box>
      )}
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: '1fr auto',
          rowGap: 1,
          '& dd': { m: 0, textAlign: 'right' },
        }}
      >
        {shown.map((stage) => (
          <Box key={stage} sx={{ display: 'contents', fontWeight: stage === shown.at(-1) ? 600 : 400 }}>
            <dt>{stages[stage]}总分</dt>
            <dd>
              {scoreText(totalsOf(appraisal, stage).total)} / {full / 100}
            </dd>
          </Box>
        ))}
        <dt>指标得分</dt>
        <dd>{scoreText(final.items)}</dd>
        <dt>加分</dt>
        <dd>{scoreText(final.bonus)}</dd>
        <dt>扣分</dt>
        <dd>{scoreText(final.deduction)}</dd>
        <dt>还没有得分的指标</dt>
        <dd>{final.open} 个</dd>
      </Box>
      <Box>
        <Box sx={{ fontWeight: 600 }}>怎么算</Box>
        总分 = 指标得分之和 + 加分（最多 {appraisal.scheme.bonusCap / 100} 分）−
        扣分。最后得分取抽查分，没有抽查的取复核分。
        <Box sx={{ color: colours.secondary }}>
          依据：{appraisal.scheme.clause}〔{appraisal.scheme.mark}〕
        </Box>
      </Box>
      <Button size="small" onClick={() => onJump('extras')} sx={{ justifySelf: 'start' }}>
        看加分、扣分
      </Button>
    </Box>
  )
}

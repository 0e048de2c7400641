import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { WorkItem } from '#domain/supervision/work-item'
import type { Section } from '#domain/year-book'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
import { useWorkItem } from './use-work-item.ts'
import { PlanFields, ReportFields } from './WorkFields.tsx'
import type { WorkRow } from './work-rows.ts'

/** An item of the plan beside the list: what is asked, what was done, its proof and the next step. */
export function WorkPanel(props: { row: WorkRow; sections: readonly Section[]; onRemoved: () => void }) {
  const [removing, setRemoving] = useState(false)
  const work = useWorkItem(props.row, props.onRemoved)
  const { item, saver, mayPlan, mayReport, steps, problems, ask, remove, asking } = work
  const put = (change: Partial<WorkItem>) => saver.change(() => change)

  return (
    <Box
      component="aside"
      aria-label="工作事项"
      sx={{
        ...{
          width: 'min(348px, 38vw)',
          flex: 'none',
          display: 'flex',
          flexDirection: 'column',
          minHeight: 0,
        },
        ...{ bgcolor: colours.surface, borderLeft: `1px solid ${colours.line}` },
      }}
    >
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 2, alignContent: 'start' }}
      >
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
          <Box sx={{ fontWeight: 600, flex: 1 }}>{props.row.sectionName}</Box>
          <Box sx={{ fontSize: 12, color: colours.secondary }}>
            {mayPlan || mayReport ? <SaveNote saver={saver} at={item.changedAt} /> : '只读'}
          </Box>
        </Box>
        <PlanFields item={item} readOnly={!mayPlan} sections={props.sections} onChange={put} />
        <ReportFields item={item} readOnly={!mayReport} problems={problems} onChange={put} />
        <TrailList trail={item.trail} empty="还没有开始办理。" />
        {item.clause !== '' && (
          <Box sx={{ fontSize: 12, color: colours.secondary }}>
            依据：{item.clause}〔{item.mark}〕{item.templateId !== '' && '；期限为本系统缺省〔拟〕，可以修改'}
            。
          </Box>
        )}
        {mayPlan && item.state === 'planned' && (
          <Button color="error" size="small" sx={{ justifySelf: 'start' }} onClick={() => setRemoving(true)}>
            从计划中删除
          </Button>
        )}
      </Box>
      {/* At the foot, where a fault that goes while the button is pressed cannot move it away. */}
      <Box
        sx={{
          ...{ flex: 'none', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 3, py: 2 },
          borderTop: `1px solid ${colours.line}`,
        }}
      >
        {steps.map((step) => (
          <Button
            key={step.id}
            size="small"
            variant={step.back ? 'outlined' : 'contained'}
            onClick={() => ask(step)}
          >
            {step.verb}
          </Button>
        ))}
        {steps.every(({ back }) => back) && (
          <Box sx={{ fontSize: 13, color: colours.secondary }}>{waitText(item, props.row.sectionName)}</Box>
        )}
      </Box>
      <ConfirmDialog
        open={removing}
        title="从年度计划中删除这项工作？"
        action="删除 1 项工作"
        dangerous
        onCancel={() => setRemoving(false)}
        onConfirm={() => {
          setRemoving(false)
          remove()
        }}
      >
        {item.name}
      </ConfirmDialog>
      {asking && (
        <OpinionDialog
          title={`${asking.verb}：${item.name}`}
          action={asking.verb}
          required
          onCancel={work.cancel}
          onConfirm={(opinion) => work.answer(asking, opinion)}
        />
      )}
    </Box>
  )
}

function waitText({ state }: WorkItem, sectionName: string): string {
  if (state === 'done') return '等待监督与绩效管理科确认。'
  return state === 'confirmed' ? '已确认完成。' : `由${sectionName}办理。`
}

import Box from '@mui/material/Box'
import { type MouseEvent, useRef } from 'react'
import type { KnownFacts } from '#domain/evaluation/known-answers'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { PaneEdge } from '#ui/PaneEdge.tsx'
import { EvidencePane } from './EvidencePane.tsx'
import { scorePanes, usePaneWidth } from './pane-widths.ts'
import { ScoreHead } from './ScoreHead.tsx'
import { ScoreItem } from './ScoreItem.tsx'
import { ScoreList } from './ScoreList.tsx'
import { ScoreSums } from './ScoreSums.tsx'
import { leaveField } from './score-keys.ts'
import { useBenchKeys } from './use-bench-keys.ts'
import { useEvidence } from './use-evidence.ts'
import { useScoreDesk } from './use-score-desk.ts'

/** Room that the indicator in hand keeps between the panes, in px. */
const leastItem = 360

/** 评分工作台: what is to be scored · the indicator in hand · the evidence. Everything by keyboard. */
export function ScoreBench(props: {
  task: EvaluationTask
  kept: KeptSheet
  sheets: readonly KeptSheet[]
  facts: KnownFacts
}) {
  const { task } = props
  const root = useRef<HTMLDivElement>(null)
  const [listWidth, setListWidth] = usePaneWidth('list')
  const [width, setWidth] = usePaneWidth('evidence')
  const desk = useScoreDesk(props)
  const evidence = useEvidence(task, desk)
  const advance = useBenchKeys(root, task, desk, evidence)
  const { saver, items, index, item, known, readOnly, go, put } = desk
  const sheet = saver.record
  return (
    <Box
      ref={root}
      onMouseDown={keepOffButtons}
      sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
    >
      <ScoreHead task={task} saver={saver} items={items} readOnly={readOnly} onJump={go} />
      <ScoreSums task={task} sheet={sheet} sheets={props.sheets} items={items} onJump={go} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <ScoreList
          task={task}
          items={items}
          index={index}
          width={listWidth}
          vetoes={sheet.vetoes}
          readOnly={readOnly}
          onChoose={go}
          onVetoes={(vetoes) => saver.change(() => ({ vetoes }))}
        />
        <PaneEdge
          label="指标清单的宽度"
          side="left"
          width={listWidth}
          least={scorePanes.list.least}
          most={scorePanes.list.most}
          onWidth={setListWidth}
        />
        {item && (
          <ScoreItem
            key={item.indicator.id}
            task={task}
            item={item}
            sheet={sheet}
            sheets={props.sheets}
            known={known}
            readOnly={readOnly || item.isLocked}
            onMark={put}
            onShow={(ref) => evidence.show({ materialId: ref.attachmentId, page: ref.page ?? 1 })}
            onAdvance={advance}
            onPrevious={() => go(index - 1)}
          />
        )}
        <PaneEdge
          label="佐证栏的宽度"
          side="right"
          width={width}
          least={scorePanes.evidence.least}
          most={scorePanes.evidence.most}
          onWidth={setWidth}
        />
        {item && (
          <EvidencePane
            width={width}
            besides={listWidth + leastItem}
            task={task}
            sheet={sheet}
            indicator={item.indicator}
            material={evidence.material}
            page={evidence.page}
            readOnly={readOnly || item.isLocked}
            onPlace={evidence.show}
            onTie={evidence.tie}
            onMove={evidence.move}
          />
        )}
      </Box>
    </Box>
  )
}

/** A button that was clicked does not keep the keyboard: the next Enter would press it once more instead of leading on. */
function keepOffButtons(event: MouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.closest('button')) return
  event.preventDefault()
  leaveField()
}

import Box from '@mui/material/Box'
import { type MouseEvent, useMemo, useRef, useState } from 'react'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { isOut } from '#domain/evaluation/kit'
import { type KnownFacts, knownAnswer } from '#domain/evaluation/known-answers'
import type { EvidenceRef, Mark } from '#domain/evaluation/mark'
import { answerOfKey, deskOf, emptyAnswer } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { isSheetOpen } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sheetById } from '#storage/evaluation-tasks'
import { PaneEdge } from '#ui/PaneEdge.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { EvidencePane, type EvidencePlace } from './EvidencePane.tsx'
import { scorePanes, usePaneWidth } from './pane-widths.ts'
import { ScoreHead } from './ScoreHead.tsx'
import { ScoreItem } from './ScoreItem.tsx'
import { ScoreList } from './ScoreList.tsx'
import { ScoreSums } from './ScoreSums.tsx'
import { type DeskKey, type Pressed, useDeskKeys } from './score-keys.ts'

/** Room that the indicator in hand keeps between the panes, in px. */
const leastItem = 360

/** 评分工作台: what is to be scored · the indicator in hand · the evidence. Everything by keyboard. */
export function ScoreBench(props: {
  task: EvaluationTask
  kept: KeptSheet
  sheets: readonly KeptSheet[]
  facts: KnownFacts
}) {
  const { task, facts } = props
  const { by, rules } = useSession()
  const { say } = useToast()
  const [address, setInAddress] = useAddress()
  const desk = useRef<HTMLDivElement>(null)
  const [listWidth, setListWidth] = usePaneWidth('list')
  const [width, setWidth] = usePaneWidth('evidence')
  const saver = useRecordSaver<KeptSheet>(props.kept, {
    read: sheetById,
    keep: (latest, { marks, vetoes }) =>
      saveScoreSheet(
        latest.id,
        latest.revision,
        { ...(marks ? { marks } : {}), ...(vetoes ? { vetoes } : {}) },
        by,
      ),
  })
  const sheet = saver.record
  const items = useMemo(() => deskOf(task, sheet, rules.evaluation), [task, sheet, rules])
  // Who comes back goes on where nothing is scored yet.
  const [start] = useState(() => items.find(({ state }) => state === 'open')?.indicator.id ?? '')
  const index = Math.max(
    0,
    items.findIndex(({ indicator }) => indicator.id === (address.get('at') ?? start)),
  )
  const item = items[index]
  const readOnly = !isSheetOpen(sheet, task) || isOut(sheet) || !may(by, 'save-score-sheet')
  const known = item ? knownAnswer(item.indicator, facts) : null
  const [place, setPlace] = useState<EvidencePlace>({ materialId: '', page: 1 })
  const material =
    task.materials.find(({ id }) => id === place.materialId) ??
    task.materials.find(({ indicatorIds }) => item && indicatorIds.includes(item.indicator.id)) ??
    task.materials[0]

  function go(to: number) {
    const next = items[Math.min(Math.max(to, 0), items.length - 1)]
    if (!next) return
    if (next.isLocked) {
      say({ text: '请先评校准指标，再评其他指标。', severity: 'info' })
      return
    }
    leaveField()
    setPlace({ materialId: '', page: 1 })
    setInAddress({ at: next.indicator.id })
  }

  function put(patch: (before: Mark) => Partial<Mark>) {
    if (readOnly || !item || item.isLocked) return
    const { indicator } = item
    saver.change(({ marks }) => {
      const before = marks[indicator.id] ?? { answer: emptyAnswer(indicator), reason: '', evidence: [] }
      return { marks: { ...marks, [indicator.id]: { ...before, ...patch(before) } } }
    })
  }

  function tie(ref: EvidenceRef) {
    put(({ evidence }) => ({ evidence: [...evidence.filter((one) => !isSame(one, ref)), ref] }))
  }

  function move(before: EvidenceRef, after: EvidenceRef) {
    put(({ evidence }) => ({ evidence: evidence.map((one) => (isSame(one, before) ? after : one)) }))
  }

  function focusOn(part: string) {
    const field = desk.current?.querySelector<HTMLElement>(
      `[data-part="${part}"] :is(input, textarea, button)`,
    )
    field?.focus()
    if (field instanceof HTMLInputElement) field.select()
  }

  /** Reason and evidence of the item first, then the next one that is open. */
  function advance() {
    if (!item) return
    const codes = item.problems.map(({ code }) => code)
    const isIn = (part: string) => document.activeElement?.closest(`[data-part="${part}"]`) !== null
    if ((codes.includes('reason-missing') || codes.includes('unproven-reason')) && !isIn('reason')) {
      focusOn('reason')
      return
    }
    if (codes.includes('evidence-missing') && !isIn('evidence') && task.materials.length > 0) {
      focusOn('evidence')
      return
    }
    const later = items.findIndex(({ state, isLocked }, at) => at > index && state === 'open' && !isLocked)
    go(later >= 0 ? later : index + 1)
  }

  function nextMaterial() {
    const at = task.materials.findIndex(({ id }) => id === material?.id)
    const next = task.materials[(at + 1) % Math.max(1, task.materials.length)]
    if (next) setPlace({ materialId: next.id, page: 1 })
  }

  const keys: Readonly<Record<DeskKey, () => void>> = {
    next: () => go(index + 1),
    previous: () => go(index - 1),
    advance,
    unproven: () => put(() => ({ answer: { kind: 'unproven' } })),
    adopt: () => known && put(() => ({ answer: { kind: 'value', value: known.value } })),
    points: () => focusOn('answer'),
    reason: () => focusOn('reason'),
    tie: () => {
      if (!material) return
      tie({ attachmentId: material.id, page: material.attachment ? place.page : null, region: null })
      // The list of materials lets go of the keyboard: Enter leads on.
      leaveField()
    },
    material: nextMaterial,
    'page-back': () => setPlace({ materialId: material?.id ?? '', page: Math.max(1, place.page - 1) }),
    'page-on': () => setPlace({ materialId: material?.id ?? '', page: place.page + 1 }),
  }

  function digit(number: number): boolean {
    if (readOnly || !item || item.isLocked) return false
    const answer = answerOfKey(item.indicator, item.mark?.answer, number, rules.evaluation)
    if (answer) {
      put((before) => ({
        answer: answerOfKey(item.indicator, before.answer, number, rules.evaluation) ?? answer,
      }))
      return true
    }
    // A value is typed: the field takes the digit that began it.
    const field = desk.current?.querySelector<HTMLInputElement>('[data-part="answer"] input[type=text]')
    field?.focus()
    field?.select()
    return false
  }

  useDeskKeys((pressed: Pressed) => {
    if ('leave' in pressed) {
      leaveField()
      return true
    }
    if ('digit' in pressed) return digit(pressed.digit)
    keys[pressed.key]()
    return true
  })

  return (
    <Box
      ref={desk}
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
            onShow={(ref) => setPlace({ materialId: ref.attachmentId, page: ref.page ?? 1 })}
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
            material={material}
            page={place.page}
            readOnly={readOnly || item.isLocked}
            onPlace={setPlace}
            onTie={tie}
            onMove={move}
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

function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

function isSame(one: EvidenceRef, other: EvidenceRef): boolean {
  return (
    one.attachmentId === other.attachmentId &&
    one.page === other.page &&
    JSON.stringify(one.region) === JSON.stringify(other.region)
  )
}

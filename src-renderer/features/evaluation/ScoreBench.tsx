import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { type KnownFacts, knownAnswer } from '#domain/evaluation/known-answers'
import type { EvidenceRef, Mark } from '#domain/evaluation/mark'
import { answerOfKey, deskOf, emptyAnswer, shownName } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import { isSheetOpen } from '#domain/evaluation/task-flow'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { sheetById } from '#storage/evaluation-tasks'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SaveNote } from '#ui/SaveNote.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { EvidencePane, type EvidencePlace } from './EvidencePane.tsx'
import { useRecordSaver } from './record-saver.ts'
import { ScoreItem } from './ScoreItem.tsx'
import { ScoreList } from './ScoreList.tsx'
import { ScoreSums } from './ScoreSums.tsx'
import { type DeskKey, type Pressed, useDeskKeys } from './score-keys.ts'

/** 评分工作台: what is to be scored · the indicator in hand · the evidence. Everything by keyboard. */
export function ScoreBench(props: {
  task: EvaluationTask
  kept: KeptSheet
  sheets: readonly KeptSheet[]
  facts: KnownFacts
}) {
  const { task, facts } = props
  const { by, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [address, setInAddress] = useAddress()
  const [signing, setSigning] = useState(false)
  const desk = useRef<HTMLDivElement>(null)
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
  const index = Math.max(
    0,
    items.findIndex(({ indicator }) => indicator.id === address.get('at')),
  )
  const item = items[index]
  const readOnly = !isSheetOpen(sheet, task) || !may(by, 'save-score-sheet')
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
    const active = document.activeElement
    if (active instanceof HTMLElement) active.blur()
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
    tie: () =>
      material &&
      tie({
        attachmentId: material.id,
        page: material.attachment ? place.page : null,
        region: null,
      }),
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
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      return true
    }
    if ('digit' in pressed) return digit(pressed.digit)
    keys[pressed.key]()
    return true
  })

  function askToSign() {
    attempt(async () => {
      if (!(await saver.flush())) return
      const lacking = items.findIndex(({ problems }) => problems.length > 0)
      if (lacking < 0) {
        setSigning(true)
        return
      }
      go(lacking)
      const count = items.filter(({ problems }) => problems.length > 0).length
      say({ text: `还有 ${count} 个指标没有评完，已转到第一个。补齐后再签名。`, severity: 'warning' })
    })
  }

  function sign() {
    setSigning(false)
    attempt(async () => {
      const latest = await sheetById(sheet.id)
      await signScoreSheet(sheet.id, latest?.revision ?? 0, by)
      say(`已签名：${sheet.name}的评分表`)
    })
  }

  return (
    <Box ref={desk} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title={`${shownName(task)}`}
        trail={`评分 › ${sheet.name}${sheet.round === 2 ? '（第二轮）' : ''}`}
        note={sheet.signedAt === '' ? <SaveNote saver={saver} at={sheet.changedAt} /> : '● 已签名'}
      >
        <Button color="inherit" onClick={() => setInAddress({ expert: '', at: '' })}>
          换专家
        </Button>
        <Button color="inherit" onClick={() => void navigate(`/evaluation/tasks/${task.id}`)}>
          返回任务
        </Button>
        <Button
          variant="outlined"
          onClick={() => void navigate(`/evaluation/tasks/${task.id}/paper?sheet=${sheet.id}`)}
        >
          底稿
        </Button>
        {!readOnly && (
          <Button variant="contained" onClick={askToSign}>
            签名
          </Button>
        )}
      </PageHead>
      <ScoreSums task={task} sheet={sheet} sheets={props.sheets} items={items} onJump={go} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <ScoreList
          task={task}
          items={items}
          index={index}
          vetoes={sheet.vetoes}
          readOnly={readOnly}
          onChoose={go}
          onVetoes={(vetoes) => saver.change(() => ({ vetoes }))}
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
        {item && (
          <EvidencePane
            task={task}
            sheet={sheet}
            indicator={item.indicator}
            material={material}
            page={place.page}
            readOnly={readOnly || item.isLocked}
            onPlace={setPlace}
            onTie={tie}
          />
        )}
      </Box>
      {signing && (
        <ConfirmDialog
          open
          title={`${sheet.name}签名`}
          action="签名"
          onConfirm={sign}
          onCancel={() => setSigning(false)}
        >
          签名后评分表不再修改，并可以看到其他专家已签名的评分。
        </ConfirmDialog>
      )}
    </Box>
  )
}

function isSame(one: EvidenceRef, other: EvidenceRef): boolean {
  return (
    one.attachmentId === other.attachmentId &&
    one.page === other.page &&
    JSON.stringify(one.region) === JSON.stringify(other.region)
  )
}

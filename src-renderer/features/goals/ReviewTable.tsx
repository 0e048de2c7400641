import Box from '@mui/material/Box'
import { useRef, useState } from 'react'
import { saveReviewSheet } from '#actions/save-review-sheet'
import { goalFlow } from '#domain/goals/flow'
import type { GoalStatus } from '#domain/goals/goal'
import {
  checkSheet,
  type GoalReview,
  type PartMark,
  type ReviewSheet,
  sheetResult,
} from '#domain/goals/review'
import { formatWeight, parseWeight } from '#domain/goals/weights'
import { type Grade, grades } from '#domain/grade'
import { may } from '#domain/people/permissions'
import { isTurnOf } from '#domain/workflow'
import { useSession } from '#session'
import { CellInput } from '#ui/CellInput.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useUnread } from '#ui/unread'
import { GradeButtons } from './GradeButtons.tsx'

/** 绩效目标审核表: each of the eight parts first its grade, then its points; the sum gives the 综合评定. */
export function ReviewTable({ status, review }: { status: GoalStatus; review: GoalReview }) {
  const { by, rules } = useSession()
  const { attempt } = useToast()
  const [shown, setShown] = useState(review.sheet)
  const [seen, setSeen] = useState(review.revision)
  // By part, what was typed as its points and is no number of points.
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({})
  const table = useRef<HTMLTableElement>(null)
  useUnread(Object.keys(unread).length, () =>
    table.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
  )
  // Another window or a step wrote: what stands there now is what is shown.
  if (review.revision !== seen) {
    setSeen(review.revision)
    setShown(review.sheet)
  }
  const readOnly = !may(by, 'save-review-sheet') || !isTurnOf(goalFlow, status, by.duty)
  const result = sheetResult(shown, rules.review)
  const faults = checkSheet(shown, rules.review)

  function save(sheet: ReviewSheet) {
    setShown(sheet)
    attempt(async () => {
      const kept = await saveReviewSheet(review.id, seen, sheet, by)
      setSeen(kept.revision)
    })
  }

  function mark(partId: string, change: Partial<PartMark>) {
    const before = shown.marks[partId] ?? { grade: 'excellent', points: null }
    const marks = { ...shown.marks, [partId]: { ...before, ...change } }
    const next = { marks, grade: shown.grade }
    const { suggested } = sheetResult(next, rules.review)
    save({ marks, grade: suggested === '' ? shown.grade : suggested })
  }

  function score(partId: string, text: string) {
    const points = parseWeight(text)
    const { [partId]: _read, ...others } = unread
    const isRead = points !== null || text === ''
    setUnread(isRead ? others : { ...others, [partId]: text })
    if (isRead) mark(partId, { points })
  }

  return (
    <Box
      component="table"
      ref={table}
      sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 12, '& td': { py: 0.5 } }}
    >
      <caption style={{ textAlign: 'left', fontSize: 12 }}>
        先评等级，右栏评分。分数线：优 {rules.review.bands.excellent}%、良 {rules.review.bands.good}%、中{' '}
        {rules.review.bands.medium}%。
      </caption>
      <tbody>
        {rules.review.parts.map((part, index) => (
          <tr key={part.id}>
            <td title={part.look} style={{ lineHeight: '16px' }}>
              {part.group !== rules.review.parts[index - 1]?.group && (
                <Box sx={{ color: colours.secondary, pt: 1 }}>{part.group}</Box>
              )}
              {part.name}（{part.points / 100}）
            </td>
            <td style={{ verticalAlign: 'bottom', whiteSpace: 'nowrap' }}>
              <GradeButtons
                label={part.name}
                value={shown.marks[part.id]?.grade ?? ''}
                readOnly={readOnly}
                onChange={(grade: Grade) => mark(part.id, { grade })}
              />
            </td>
            <td style={{ width: 56, verticalAlign: 'bottom', textAlign: 'right' }}>
              {readOnly ? (
                formatWeight(shown.marks[part.id]?.points ?? null)
              ) : (
                <Box
                  sx={{
                    border: 1,
                    borderColor: colours.control,
                    borderRadius: '2px',
                    height: 26,
                    '& input': { textAlign: 'right', height: 24 },
                  }}
                >
                  <CellInput
                    label={`${part.name}得分`}
                    isUnread={unread[part.id] !== undefined}
                    value={unread[part.id] ?? formatWeight(shown.marks[part.id]?.points ?? null)}
                    onCommit={(text) => score(part.id, text)}
                  />
                </Box>
              )}
            </td>
          </tr>
        ))}
        <tr>
          <td style={{ fontWeight: 600 }}>综合评定</td>
          <td style={{ whiteSpace: 'nowrap' }}>
            <GradeButtons
              label="综合评定"
              value={shown.grade}
              readOnly={readOnly}
              onChange={(grade: Grade) => save({ ...shown, grade })}
            />
          </td>
          <td style={{ textAlign: 'right', fontWeight: 600 }}>
            {result.scored ? formatWeight(result.points) : '—'}
          </td>
        </tr>
      </tbody>
      {(faults.length > 0 || shown.grade !== '' || Object.keys(unread).length > 0) && (
        <tbody>
          <tr>
            <td colSpan={3}>
              {rules.review.parts
                .filter(({ id }) => unread[id] !== undefined)
                .map(({ id, name }) => (
                  <Box key={id} sx={{ color: colours.alarm }}>
                    ■ {name}：没有保存。请填分数，如 8.5。
                  </Box>
                ))}
              {faults.map((fault) => (
                <Box key={`${fault.code} ${fault.at}`} sx={{ color: colours.alarm }}>
                  ■ {fault.message}
                </Box>
              ))}
              {shown.grade !== '' && (
                <Box sx={{ color: colours.secondary }}>
                  {grades[shown.grade]}：{rules.review.outcomes[shown.grade].text}。
                </Box>
              )}
            </td>
          </tr>
        </tbody>
      )}
    </Box>
  )
}

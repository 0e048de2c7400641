import type { RefObject } from 'react'
import { answerOfKey } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask } from '#domain/evaluation/task'
import { useSession } from '#session'
import { type DeskKey, leaveField, useDeskKeys } from './score-keys.ts'
import type { Evidence } from './use-evidence.ts'
import type { ScoreDesk } from './use-score-desk.ts'

/** What the keys of the desk do; gives what Enter does: on to what the mark still lacks, then to the next that is open. */
export function useBenchKeys(
  root: RefObject<HTMLElement | null>,
  task: EvaluationTask,
  { items, index, item, known, readOnly, go, put }: ScoreDesk,
  evidence: Evidence,
): () => void {
  const { rules } = useSession()

  /** A field before a button: what is typed stands behind the choices. */
  function focusOn(part: string, kinds: readonly string[] = [':is(input, textarea)', 'button']) {
    const found = kinds.map((kind) =>
      root.current?.querySelector<HTMLElement>(`[data-part="${part}"] ${kind}`),
    )
    const field = found.find(Boolean)
    field?.focus()
    if (field instanceof HTMLInputElement) field.select()
  }

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
    focusOn('answer', ['input[type=text]'])
    return false
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
      evidence.tieShown()
      // The list of materials lets go of the keyboard: Enter leads on.
      leaveField()
    },
    material: evidence.showNext,
    'page-back': () => evidence.turn(-1),
    'page-on': () => evidence.turn(1),
  }

  useDeskKeys((pressed) => {
    if ('digit' in pressed) return digit(pressed.digit)
    if ('leave' in pressed) leaveField()
    else keys[pressed.key]()
    return true
  })

  return advance
}

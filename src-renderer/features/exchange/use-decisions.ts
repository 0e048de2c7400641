import { useMemo, useState } from 'react'
import { type Decisions, lineKey } from '#actions/apply-package'
import type { Choice } from '#domain/exchange/merge'
import type { Choices, Line } from '#domain/exchange/rehearsal'
import { usualMedium } from './MediumField.tsx'

export type DecisionsMade = ReturnType<typeof useDecisions>

/** What the person decided so far; it stays when the rehearsal is done again. */
export function useDecisions(cameBy: string = usualMedium) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Choices>>(new Map())
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const [medium, setMedium] = useState(cameBy)

  return useMemo(() => {
    function choose(lines: readonly Line[], path: string, choice: Choice) {
      setChoices((before) => {
        const next = new Map(before)
        for (const line of lines) {
          // '' decides all of the record; what was chosen field by field before gives way.
          const known = path === '' ? [] : (next.get(lineKey(line)) ?? [])
          next.set(lineKey(line), new Map([...known, [path, choice]]))
        }
        return next
      })
    }
    function skip(lines: readonly Line[], isLeft: boolean) {
      setSkipped((before) => {
        const next = new Set(before)
        for (const line of lines) {
          if (isLeft) next.add(lineKey(line))
          else next.delete(lineKey(line))
        }
        return next
      })
    }
    function choiceOf(line: Line, path: string): Choice | null {
      const made = choices.get(lineKey(line))
      return made?.get(path) ?? made?.get('') ?? null
    }
    function open(line: Line): number {
      if (skipped.has(lineKey(line))) return 0
      return line.conflicts.filter(({ path }) => choiceOf(line, path) === null).length
    }
    const isSkipped = (line: Line) => skipped.has(lineKey(line))
    const made: Decisions = { choices, skipped, medium }
    return { choose, skip, choiceOf, isSkipped, open, made, setMedium }
  }, [choices, skipped, medium])
}

import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useDeferredValue, useMemo, useState } from 'react'
import { saveEvaluationRules } from '#actions/save-evaluation-rules'
import {
  checkOwnEvaluation,
  type OwnEvaluationWanted,
  trimmedOwnEvaluation,
  withOwnEvaluation,
} from '#domain/evaluation/own-rules'
import { rehearseEvaluation } from '#domain/evaluation/rehearsal'
import { may } from '#domain/people/permissions'
import { rulesById } from '#domain/year-rules'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { coverageFacts } from '#storage/evaluation-plan'
import { evaluationTasksOf, sheetsOfBook } from '#storage/evaluation-tasks'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import { OwnRulesHead, RuleProblems } from '#ui/OwnRules.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { RulesForm } from './RulesForm.tsx'
import { RulesRehearsal } from './RulesRehearsal.tsx'

/** 评价规则: what the bureau changes in its pack, rehearsed on the evaluations of the year before it counts. */
export function RulesPage() {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const world = useLiveQuery(async () => {
    const [tasks, sheets, forms, facts] = await Promise.all([
      evaluationTasksOf(book.id),
      sheetsOfBook(book.id),
      selfEvaluationsOf(book.id),
      coverageFacts(book),
    ])
    return { tasks, sheets, forms, facts }
  }, [book])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const [typed, setTyped] = useState<OwnEvaluationWanted | null>(null)
  const shipped = rulesById(book.rulesId).evaluation
  const kept = book.ownEvaluation?.numbers ?? {}
  const wanted = typed ?? kept
  const deferred = useDeferredValue(wanted)
  const problems = checkOwnEvaluation(shipped, wanted)
  const rehearsed = useMemo(() => {
    if (!world || checkOwnEvaluation(shipped, deferred).length > 0) return null
    return rehearseEvaluation(world, rules, { ...rules, evaluation: withOwnEvaluation(shipped, deferred) })
  }, [world, rules, shipped, deferred])
  if (!world || !units) return null

  const readOnly = !may(by, 'save-evaluation-rules')
  const own = trimmedOwnEvaluation(shipped, wanted)
  const isShipped = Object.keys(own).length === 0
  const isChanged = JSON.stringify(own) !== JSON.stringify(trimmedOwnEvaluation(shipped, kept))

  function save(reason: string) {
    attempt(async () => {
      await saveEvaluationRules(book.id, book.ownEvaluation?.revision ?? 0, wanted, reason, by)
      setTyped(null)
      say(
        isShipped
          ? '评价规则已恢复为规则包原值。'
          : '评价规则已保存，没有结论的评价和没有汇总的自评按新的规则计算。',
      )
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <OwnRulesHead
        title="评价规则"
        trail="绩效评价"
        kept={book.ownEvaluation}
        readOnly={readOnly}
        isChanged={isChanged}
        isShipped={isShipped}
        isFaulty={problems.length > 0}
        onDiscard={() => setTyped(null)}
        onShipped={() => setTyped({})}
        onSave={save}
      >
        {rehearsed && rehearsed.results.length > 0 && `${rehearsed.results.length} 项结果随之变化。`}
        已结论的评价和已汇总的自评保留当时的结果。
      </OwnRulesHead>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box
          component="section"
          aria-label="评价规则"
          tabIndex={0}
          sx={{ flex: '0 1 620px', minWidth: 0, overflow: 'auto', p: 4, bgcolor: colours.surface }}
        >
          <RuleProblems problems={problems} />
          <RulesForm shipped={shipped} wanted={wanted} readOnly={readOnly} onChange={setTyped} />
        </Box>
        <Box
          component="section"
          aria-label="试算"
          tabIndex={0}
          sx={{ flex: '1 0 340px', overflow: 'auto', p: 4, borderLeft: `1px solid ${colours.line}` }}
        >
          <Box component="h2" sx={{ fontSize: 14, fontWeight: 600, m: 0, mb: 2 }}>
            试算：改了以后哪些结果变化
          </Box>
          {rehearsed ? (
            <RulesRehearsal rehearsed={rehearsed} units={units} />
          ) : (
            <p>评价规则有错误，改正后试算。</p>
          )}
        </Box>
      </Box>
    </Box>
  )
}

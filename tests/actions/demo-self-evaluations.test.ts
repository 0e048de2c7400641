import { expect, it } from 'vitest'
import { isDressedUp } from '#demo/self-evaluations-dishonest'
import { examineSelfEvaluations } from '#domain/credibility/examine'
import { credibilityCodes } from '#domain/credibility/rules'
import { isHandedIn, selfEvaluationStateList } from '#domain/evaluation/self-evaluation-flow'
import { selfEvaluationProblems } from '#domain/evaluation/self-evaluation-problems'
import { scoreOf } from '#domain/evaluation/self-evaluation-score'
import { grades } from '#domain/grade'
import { rulesOf } from '#domain/year-rules'
import { allBooks } from '#storage/books'
import { goalsOf } from '#storage/goals'
import { selfEvaluationCounts, selfEvaluationsOf } from '#storage/self-evaluations'
import { demoWorld } from '../storage/demo-world.ts'

it('evaluates the finished year of the demo: every state and grade, sound forms, a few to be doubted', async () => {
  await demoWorld()
  const books = await allBooks()
  const counts = await selfEvaluationCounts(books.map(({ id }) => id))
  expect(books.map(({ id, year }) => [year, (counts.get(id) ?? 0) > 0])).toEqual([
    [2026, false],
    [2025, true],
    [2024, false],
  ])
  const book = books.find(({ year }) => year === 2025)
  if (!book) throw new Error('the demo has 2025')
  const [forms, goals] = await Promise.all([selfEvaluationsOf(book.id), goalsOf(book.id)])
  expect(forms).toHaveLength(goals.length)
  expect(new Set(forms.map(({ state }) => state))).toEqual(new Set(selfEvaluationStateList))
  const rules = rulesOf(book)
  const found = forms.map((form) => scoreOf(form, rules)?.grade).filter((grade) => grade)
  expect(new Set(found)).toEqual(new Set(Object.keys(grades)))
  const faulty = forms
    .filter(({ state, name }) => isHandedIn(state) && !isDressedUp(name))
    .flatMap((form) =>
      selfEvaluationProblems(form, rules)
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => `${form.name}：${message}`),
    )
  expect(faulty).toEqual([])

  const approved = new Map(goals.map((goal) => [goal.id, goal]))
  const examined = examineSelfEvaluations(
    forms.filter(({ completion }) => completion !== ''),
    approved,
    rules,
  )
  const codes = new Set(examined.flatMap(({ findings }) => findings.map(({ code }) => code)))
  const unseen = credibilityCodes.filter((code) => !codes.has(code))
  expect(unseen).toEqual(['text-within'])
  const high = examined.filter(({ level }) => level === 'high').map(({ form }) => form.name)
  expect(high.length).toBeGreaterThan(2)
  expect(high.filter((name) => !isDressedUp(name))).toEqual([])
})

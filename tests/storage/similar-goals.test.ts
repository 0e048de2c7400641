import { beforeEach, expect, it } from 'vitest'
import { checkMany } from '#storage/check-context'
import { goalsOf } from '#storage/goals'
import { goalIn } from '../actions/assessment-world.ts'
import { freshBook, freshDatabase } from './world.ts'

beforeEach(freshDatabase)

const sentence = '通过本项目的实施，切实改善农村群众的出行条件，带动沿线村组产业发展和群众持续增收。'

it('a sentence that many goals share is found, though not all of them are read', async () => {
  const { book, units } = await freshBook()
  for (let at = 0; at < 12; at++)
    await goalIn(book.id, units[1].id, { name: `村道改造第 ${at + 1} 段`, overview: sentence })
  const [one] = await goalsOf(book.id)
  if (!one) throw new Error('the goals were made')
  const alone = await checkMany(book, [{ id: one.id, content: one }])
  const shared = alone[0]?.filter(({ message }) => message.includes('村道改造第'))
  expect(shared?.length).toBeGreaterThan(0)
  // Among all at once it says the same of it.
  const all = await checkMany(
    book,
    (await goalsOf(book.id)).map((goal) => ({ id: goal.id, content: goal })),
  )
  expect(all.every((problems) => problems.some(({ message }) => message.includes('村道改造第')))).toBe(true)
})

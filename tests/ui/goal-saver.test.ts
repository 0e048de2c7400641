import { expect, it } from 'vitest'
import { AppError } from '../../src-renderer/domain/errors.ts'
import { emptyContent, type Goal, type GoalContent } from '../../src-renderer/domain/goals/goal.ts'
import { createSaver, type SaveState } from '../../src-renderer/features/goals/goal-saver.ts'
import { isAnythingUnkept } from '../../src-renderer/ui/unkept.ts'

function named(name: string): GoalContent {
  return { ...emptyContent('u'), name }
}

function stored(content: GoalContent, revision: number): Goal {
  return {
    ...content,
    id: 'g',
    bookId: 'b',
    year: 2025,
    matchKey: '',
    status: 'draft',
    opinion: '',
    revision,
    changedAt: `t${revision}`,
    changedBy: '王',
    health: { errors: 0, warnings: 0, hints: 0 },
    initials: '',
    sentenceMarks: [],
    origin: '',
  }
}

const start = { revision: 1, changedAt: 't1' }

it('has one write under way, skips what was overtaken and says saved only at the end', async () => {
  const written: string[] = []
  const states: SaveState['kind'][] = []
  let running = 0
  const saver = createSaver(
    start,
    async (revision, content) => {
      expect(++running).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running--
      written.push(`${revision} ${content.name}`)
      return stored(content, revision + 1)
    },
    (state) => states.push(state.kind),
  )
  for (const name of ['甲', '乙', '丙']) saver.put(named(name))
  expect(await saver.flush()).toBe(true)
  expect(written).toEqual(['1 甲', '2 丙'])
  expect(states).toEqual(['pending', 'pending', 'pending', 'saved'])
  expect(saver.revision()).toBe(3)
})

it('keeps the content at a conflict until someone decides', async () => {
  let held = 5
  const written: string[] = []
  const states: SaveState['kind'][] = []
  const saver = createSaver(
    start,
    async (revision, content) => {
      if (revision !== held) throw new AppError('changed-meanwhile')
      written.push(content.name)
      return stored(content, ++held)
    },
    (state) => states.push(state.kind),
  )
  saver.put(named('我的'))
  expect(await saver.flush()).toBe(false)
  saver.put(named('我的，更新'))
  expect(states.at(-1)).toBe('conflict')
  saver.retry(5)
  expect(await saver.flush()).toBe(true)
  expect(written).toEqual(['我的，更新'])
  expect(states.at(-1)).toBe('saved')
})

it('tries again after a full disk without losing what was typed', async () => {
  let full = true
  const saver = createSaver(
    start,
    async (revision, content) => {
      if (full) throw new AppError('storage-full')
      return stored(content, revision + 1)
    },
    () => undefined,
  )
  saver.put(named('甲'))
  expect(await saver.flush()).toBe(false)
  full = false
  saver.retry()
  expect(await saver.flush()).toBe(true)
})

it('holds the window from the first thing put until all is kept, and on while it is refused', async () => {
  let refuse = true
  const saver = createSaver(
    start,
    async (revision, content) => {
      if (refuse) throw new Error('disk')
      return stored(content, revision + 1)
    },
    () => undefined,
  )
  expect(isAnythingUnkept()).toBe(false)
  saver.put(named('一'))
  expect(isAnythingUnkept()).toBe(true)
  expect(await saver.flush()).toBe(false)
  expect(isAnythingUnkept()).toBe(true)
  refuse = false
  saver.retry()
  expect(await saver.flush()).toBe(true)
  expect(isAnythingUnkept()).toBe(false)
})

import { expect, it } from 'vitest'
import { reminderLines } from '#domain/reminder'

const units = [
  { id: 'bureau', parentId: '', name: '交通局' },
  { id: 'station', parentId: 'bureau', name: '养护段' },
]

it('urges each unit once, under its department, with all that is missing', () => {
  const missing = [
    { unitId: 'station', name: '日常养护' },
    { unitId: 'bureau', name: '客运补贴' },
    { unitId: 'station', name: '桥梁检测' },
  ]
  expect(reminderLines(missing, units)).toEqual([
    { department: '交通局', unit: '养护段', names: ['日常养护', '桥梁检测'] },
    { department: '交通局', unit: '交通局', names: ['客运补贴'] },
  ])
})

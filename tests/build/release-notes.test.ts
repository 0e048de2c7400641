import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { releasesIn } from '../../src-renderer/features/settings/release-notes.ts'

const root = new URL('../../', import.meta.url)

it('reads releases with their changes, also those over several lines', () => {
  const text = '# 更新记录\n\n## 0.2.0\n\n- 一，\n  二。\n- 三。\n\n## 0.1.0\n\n- 四。\n'
  expect(releasesIn(text)).toEqual([
    { version: '0.2.0', changes: ['一，二。', '三。'] },
    { version: '0.1.0', changes: ['四。'] },
  ])
  expect(releasesIn('# 更新记录\n')).toEqual([])
})

it('shows the version that is being built as the newest', () => {
  const releases = releasesIn(readFileSync(new URL('CHANGELOG.md', root), 'utf8'))
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  expect(releases[0]?.version).toBe(version)
  expect(releases.every(({ changes }) => changes.length > 0)).toBe(true)
})

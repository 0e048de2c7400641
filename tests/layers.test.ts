import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** What a zone may import besides itself; `types` only with `import type`. A zone is a folder or one file. */
type Rule = { zone: string; code: RegExp; types?: RegExp }

const react = 'react|react-dom|@mui/(material|icons-material)(/.*)?'

/** Who may import whom. This table is the architecture: changing it is a decision, written in the README. */
const rules: Rule[] = [
  { zone: 'src-renderer/domain', code: /^$/ },
  { zone: 'src-renderer/demo', code: /^#domain\/.+$/ },
  {
    zone: 'src-renderer/storage',
    code: /^(#domain\/.+|dexie|@noble\/hashes\/.+|sm-crypto-v2|pinyin-pro)$/,
  },
  { zone: 'src-renderer/excel', code: /^(#domain\/.+|xlsx|exceljs|fflate)$/ },
  { zone: 'src-renderer/reports', code: /^(#domain\/.+|docx)$/ },
  { zone: 'src-renderer/exchange', code: /^(#domain\/.+|@noble\/hashes\/.+|sm-crypto-v2|fflate|zod)$/ },
  {
    zone: 'src-renderer/backup',
    code: /^(#(domain|storage|exchange)\/.+|#desktop|@noble\/hashes\/.+|fflate)$/,
  },
  { zone: 'src-renderer/desktop.ts', code: /^src-main\/wire\.ts$/, types: /^src-main\/contract\.ts$/ },
  { zone: 'src-renderer/session.tsx', code: /^(#domain\/.+|react)$/ },
  {
    zone: 'src-renderer/actions',
    code: /^(#(domain|storage|excel|exchange|backup|demo)\/.+|#desktop)$/,
  },
  {
    zone: 'src-renderer/ui',
    code: new RegExp(
      `^(#domain/.+|${react}|react-router|@tanstack/react-virtual|pdfjs-dist(/.+)?|echarts/.+|uqr)$`,
    ),
    types: /^#desktop$/,
  },
  {
    zone: 'src-renderer/features',
    code: new RegExp(
      `^(#(domain|storage|actions|ui|excel|exchange|backup|reports)/.+|#session|#desktop|${react}|react-router(/dom)?|` +
        `dexie-react-hooks|@tanstack/react-virtual|CHANGELOG\\.md\\?raw)$`,
    ),
  },
  { zone: 'src-renderer/app', code: /^(#.+|src-renderer\/features\/.+|(?!dexie$|exceljs$|xlsx$)[@a-z].*)$/ },
  { zone: 'src-renderer/main.tsx', code: /^(src-renderer\/app\/.+|#.+|react-dom\/client)$/ },
  { zone: 'src-main/electron', code: /^(node:.+|electron|src-main\/[^/]+\.ts)$/ },
  {
    zone: 'src-main/browser',
    code: /^(node:.+|zod|src-main\/[^/]+\.ts|build\/find-browser\.mjs)$/,
  },
  { zone: 'src-main/headless', code: /^(#(domain|excel|exchange)\/.+|node:.+)$/ },
  { zone: 'src-main', code: /^(node:.+|zod)$/ },
]

const root = fileURLToPath(new URL('..', import.meta.url))
const importLine =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"\n;]*?(?:\{[^}]*\}\s*)?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

type Import = { file: string; name: string; typeOnly: boolean }

const files = ['src-renderer', 'src-main'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
)

/** A relative name becomes the path it stands for; names of packages and subpaths stay. */
function importsOf(file: string, text = readFileSync(join(root, file), 'utf8')): Import[] {
  return [...text.matchAll(importLine)].map((match) => {
    const name = match[2] ?? match[3] ?? match[4] ?? ''
    const path = name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name
    return { file, name: path.replaceAll('\\', '/'), typeOnly: match[1] !== undefined }
  })
}

function ruleOf(file: string): Rule | undefined {
  return rules.find(({ zone }) => file === zone || file.startsWith(`${zone}/`))
}

function isAllowed({ file, name, typeOnly }: Import): boolean {
  const rule = ruleOf(file)
  if (rule === undefined) return false
  if (ruleOf(name) === rule && isOwnArea(file, name)) return true
  return rule.code.test(name) || (typeOnly && (rule.types ?? /^$/).test(name))
}

/** What several actions are made of, and what runs a part of one aside: no actions themselves. */
const sharedByActions = /\/(demo-year|rehearsal-lines|packers|package-files|pack-job|pack-worker)\.ts$/

/** Inside features, each area is a zone of its own; among the actions, each action is. */
function isOwnArea(file: string, name: string): boolean {
  if (file.startsWith('src-renderer/actions/')) return sharedByActions.test(name)
  const area = /^src-renderer\/features\/([^/]+)\//
  return area.exec(file)?.[1] === area.exec(name)?.[1]
}

it('finds the sources and their imports', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap((file) => importsOf(file)).length).toBeGreaterThan(40)
})

it('has a zone for every file', () => {
  expect(files.filter((file) => ruleOf(file) === undefined)).toEqual([])
})

it.each(rules)('$zone imports only what it may', (rule) => {
  const wrong = files
    .filter((file) => ruleOf(file) === rule)
    .flatMap((file) => importsOf(file))
    .filter((line) => !isAllowed(line))
    .map(({ file, name }) => `${file} → ${name}`)
  expect(wrong).toEqual([])
})

it('resolves every subpath name and path to a file', () => {
  const subpaths: Record<string, string> = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ).imports
  const missing = files
    .flatMap((file) => importsOf(file))
    .filter(({ name }) => (name.startsWith('#') ? !resolved(name, subpaths) : isMissingPath(name)))
    .map(({ file, name }) => `${file} → ${name}`)
  expect(missing).toEqual([])
})

function resolved(name: string, subpaths: Record<string, string>): boolean {
  return Object.entries(subpaths).some(([pattern, target]) => {
    const [start = '', end = ''] = pattern.split('*')
    if (!pattern.includes('*')) return pattern === name && existsSync(join(root, target))
    if (!name.startsWith(start) || !name.endsWith(end)) return false
    return existsSync(join(root, target.replace('*', name.slice(start.length, name.length - end.length))))
  })
}

function isMissingPath(name: string): boolean {
  return /^(src-|build\/)/.test(name) && !existsSync(join(root, name))
}

describe('the check itself', () => {
  it.each([
    ['src-renderer/domain/money.ts', "import { z } from 'zod'"],
    ['src-renderer/actions/make-package.ts', "import { x } from './undo-package.ts'"],
    ['src-renderer/domain/money.ts', "import { x } from '../ui/theme.ts'"],
    ['src-renderer/storage/goals.ts', "import { x } from '#excel/cells'"],
    ['src-renderer/ui/Sheet.tsx', "import { desktop } from '#desktop'"],
    ['src-renderer/ui/Sheet.tsx', "import {\n  a,\n  b,\n} from '#storage/goals'"],
    ['src-renderer/actions/a.ts', "const b = await import('react')"],
    ['src-renderer/features/goals/A.tsx', "import { B } from '../settings/B.tsx'"],
    ['src-renderer/features/goals/A.tsx', "export { db } from 'dexie'"],
    ['src-renderer/desktop.ts', "import { contract } from '../src-main/contract.ts'"],
    ['src-main/files.ts', "import 'electron'"],
    ['src-main/files.ts', "import { money } from '#domain/money'"],
    ['src-main/browser/server.ts', "import { app } from 'electron'"],
    ['src-elsewhere/a.ts', "import { app } from 'electron'"],
  ])('%s must not: %s', (file, line) => {
    const found = importsOf(file, `// a comment\n${line}\n`)
    expect(found).toHaveLength(1)
    expect(found.filter(isAllowed)).toEqual([])
  })

  it.each([
    ['src-renderer/domain/goals/check.ts', "import { fen } from '../money.ts'"],
    ['src-renderer/ui/error-text.ts', "import type { DesktopErrorCode } from '#desktop'"],
    ['src-renderer/desktop.ts', "import type { Reply } from '../src-main/contract.ts'"],
    ['src-renderer/app/routes/goals.ts', "import('../../features/goals/GoalPage.tsx')"],
  ])('%s may: %s', (file, line) => {
    expect(importsOf(file, line).filter(isAllowed)).toHaveLength(1)
  })
})

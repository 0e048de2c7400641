import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nobody } from '#exchange/manifest'
import { newKeyPair } from '#exchange/national-crypto'
import { looseFacts, sealPackage } from '#exchange/package'
import { runPackageTool } from '../../src-main/headless/package-tool.ts'
import { temporaryFolder } from '../main/temporary-folder.ts'

const fixtures = 'tests/fixtures/packages'
const facts = JSON.parse(readFileSync(`${fixtures}/version-2.json`, 'utf8')) as {
  [name in 'publicKey' | 'fingerprint' | 'passphrase' | 'sha256']: string
} & { goals: Record<'kept' | 'changed' | 'gone' | 'added', string> }

type Outcome = { code: number; out: string; err: string }

/** As people run it. */
function started(words: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const switches = ['--import', 'tsx', 'src-main/headless/package.ts', ...words]
  const env = { ...process.env, ...environment }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, switches, { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
    child.stdin?.end()
  })
}

/** The same without a process of its own, for the many cases. */
async function run(words: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const said = { out: '', err: '' }
  vi.spyOn(console, 'log').mockImplementation((text) => {
    said.out += `${text}\n`
  })
  vi.spyOn(console, 'error').mockImplementation((text) => {
    said.err += `${text}\n`
  })
  vi.stubEnv('JIHENG_PASSPHRASE', environment.JIHENG_PASSPHRASE)
  return { code: await runPackageTool(words), ...said }
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

function fixture(name: string): string {
  return join(fixtures, name)
}

describe('as a process', () => {
  const path = fixture('version-2.jhx')

  it('0 for a whole package, with the verdict on its signature', async () => {
    const { code, out, err } = await started(['inspect', path])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`签名有效（指纹 ${facts.fingerprint}），是否信任由使用者核对`)
  })

  it('1 for an altered one', async () => {
    const altered = join(temporaryFolder(), 'a.jhx')
    writeFileSync(altered, new Uint8Array(readFileSync(path)).fill(7, 400, 420))
    const { code, out, err } = await started(['inspect', altered])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/内容与签名不符|没有复制完整/)
  })

  it('1 for a locked one that nobody can be asked about', async () => {
    const { code, err } = await started(['diff', path, fixture('version-2-locked.jhx')])
    expect([code, err]).toEqual([1, expect.stringContaining('JIHENG_PASSPHRASE')])
  })

  it('2 for the usage', async () => {
    const { code, err } = await started([])
    expect([code, err]).toEqual([2, expect.stringContaining('用法：')])
  })
})

describe('inspect', () => {
  it('says in words what a package is and that its signature is valid, not that it is trusted', async () => {
    const { code, out } = await run(['inspect', fixture('version-2.jhx')])
    expect(code).toBe(0)
    for (const words of ['上报包（格式第 2 版）', '南江县财政局 511922', '第 1 号', '绩效目标 3'])
      expect(out).toContain(words)
    expect(out).toContain('目标资金总额 15600000.00 元')
    expect(out).toContain(`签名有效（指纹 ${facts.fingerprint}），是否信任由使用者核对`)
  })

  it('says the same as JSON', async () => {
    const { code, out } = await run(['inspect', '--json', fixture('version-2.jhx')])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      ...{ kind: '上报包', purpose: 'report', sequence: 1, lock: '', isChecked: true, deleted: 0 },
      ...{ sender: { name: '南江县财政局' }, receiver: { name: '巴中市财政局' }, sha256: facts.sha256 },
      ...{ counts: { books: 1, goals: 3, units: 2 }, totals: { 目标资金总额: 1_560_000_000 } },
      signature: { isValid: true, publicKey: facts.publicKey, trust: 'unknown' },
    })
  })

  it.each(['version-1.jhx', 'version-1-locked.jhx', 'version-2-card.jhx', 'version-2-to-receiver.jhx'])(
    'reads %s',
    async (name) => {
      const { code, out } = await run(['inspect', fixture(name)])
      expect(code).toBe(0)
      expect(out).toContain('签名有效')
    },
  )

  it('opens a locked one by the passphrase of the environment alone', async () => {
    const path = fixture('version-2-locked.jhx')
    const { out } = await run(['inspect', '--json', path], { JIHENG_PASSPHRASE: facts.passphrase })
    expect(JSON.parse(out)).toMatchObject({ lock: 'passphrase', isChecked: true })
    expect(JSON.parse((await run(['inspect', '--json', path])).out)).toMatchObject({ isChecked: false })
    const wrong = await run(['inspect', path], { JIHENG_PASSPHRASE: '桂花 2025' })
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('口令不对')])
  })

  it('makes a verdict of a key that is given, as fingerprint or in hexadecimal', async () => {
    const path = fixture('version-2.jhx')
    for (const key of [facts.fingerprint, facts.fingerprint.replaceAll(' ', ''), facts.publicKey])
      expect(await run(['inspect', path, '--key', key])).toMatchObject({
        code: 0,
        out: expect.stringContaining('与 --key 给出的一致'),
      })
    const other = await run(['inspect', path, '--key', newKeyPair().publicKey])
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('签名不是 --key') })
  })
})

describe('altered copies', () => {
  const whole = new Uint8Array(readFileSync(fixture('version-2.jhx')))
  const files = unzipSync(whole)
  const manifest = new TextDecoder().decode(files['manifest.json'])
  const rezipped = (change: Record<string, Uint8Array>, without = '') =>
    zipSync(Object.fromEntries(Object.entries({ ...files, ...change }).filter(([name]) => name !== without)))
  const flipped = (at: number) => whole.map((byte, index) => (index === at ? byte ^ 1 : byte))

  const altered: [string, string, () => Uint8Array | Promise<Uint8Array>][] = [
    ['cut off', 'not-a-package', () => whole.slice(0, -40)],
    ['empty', 'not-a-package', () => new Uint8Array()],
    ['without a signature', 'unsigned', () => rezipped({}, 'signature.json')],
    [
      'a total raised',
      'package-altered',
      () => rezipped({ 'manifest.json': strToU8(manifest.replace('1560000000', '9560000000')) }),
    ],
    ['a part put in', 'package-altered', () => rezipped({ 'records/more.json': strToU8('{}') })],
    ['a part left out', 'package-altered', () => rezipped({}, 'records/goals.ndjson.gz')],
    ['a byte of a record turned', 'package-altered', () => flipped(whole.indexOf(31) + 200)],
    ['a name with a way out', 'package-altered', () => rezipped({ '../out.json': strToU8('{}') })],
    [
      'totals that its own signer made up',
      'totals-differ',
      () => {
        const { format: _, formatVersion: __, parts: ___, lock: ____, ...said } = JSON.parse(manifest)
        const { 'manifest.json': _m, 'signature.json': _s, ...parts } = files
        return sealPackage({ ...said, totals: { 目标资金总额: 1 }, parts }, newKeyPair(), null)
      },
    ],
  ]
  it.each(altered)('%s: exit 1, %s, and nothing is taken out', async (_name, error, make) => {
    const folder = temporaryFolder()
    const path = join(folder, '来包.jhx')
    writeFileSync(path, await make())
    const looked = await run(['inspect', '--json', path])
    expect(looked.code).toBe(1)
    expect(JSON.parse(looked.out)).toMatchObject({ error })
    const taken = await run(['extract', path, join(folder, '取出')])
    expect(taken.code).toBe(1)
    expect(readdirSync(folder)).toEqual(['来包.jhx'])
  })
})

it('diff names records by table: only in one, and the fields that changed', async () => {
  const both = [fixture('version-2.jhx'), fixture('version-2-next.jhx')]
  const { code, out } = await run(['diff', '--json', ...both])
  expect(code).toBe(0)
  const { tables, parts } = JSON.parse(out)
  const goals = tables.find(({ table }: { table: string }) => table === 'goals')
  expect(goals).toMatchObject({
    onlyA: [{ id: facts.goals.gone, name: '老旧校舍加固改造' }],
    onlyB: [{ id: facts.goals.added, name: '高标准农田建设' }],
    changed: [{ id: facts.goals.changed }],
    same: 1,
  })
  expect(goals.changed[0].fields).toContainEqual({ path: 'total', a: 520_000_000, b: 530_000_000 })
  expect(parts).toEqual({ onlyA: [], onlyB: ['deleted.json'], changed: [] })
  const words = await run(['diff', ...both])
  expect(words.out).toContain('绩效目标：仅甲 1，仅乙 1，有变化 1，相同 1')
})

describe('extract', () => {
  it('gives records as lines of JSON, and overwrites nothing', async () => {
    const folder = join(temporaryFolder(), '取出')
    expect(await run(['extract', fixture('version-2-next.jhx'), folder])).toMatchObject({ code: 0 })
    const lines = readFileSync(join(folder, 'records/goals.ndjson'), 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).name).sort()).toEqual(
      ['义务教育营养改善计划', '农村公路日常养护（二期）', '高标准农田建设'].sort(),
    )
    expect(JSON.parse(readFileSync(join(folder, 'deleted.json'), 'utf8'))).toHaveLength(1)
    expect(existsSync(join(folder, 'records/goals.ndjson.gz'))).toBe(false)
    const again = await run(['extract', fixture('version-2.jhx'), folder])
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('已经存在') })
  })

  it('gives attachments of a locked one, and asks nobody where nobody can answer', async () => {
    const folder = join(temporaryFolder(), '取出')
    const path = fixture('version-2-kit.jhx')
    expect(await run(['extract', path, folder])).toMatchObject({ code: 1 })
    expect(existsSync(folder)).toBe(false)
    await run(['extract', path, folder], { JIHENG_PASSPHRASE: facts.passphrase })
    expect(readFileSync(join(folder, 'attachments', '2'.repeat(64)), 'utf8')).toBe('现场照片说明')
  })

  it('writes no name that Windows keeps for itself, and stops where two names are one file', async () => {
    const folder = temporaryFolder()
    const content = {
      ...looseFacts,
      purpose: 'expert-return' as const,
      year: 2026,
      createdAt: '',
      answers: '',
    }
    const keys = newKeyPair()
    const seal = (parts: Record<string, Uint8Array>) =>
      sealPackage({ ...content, id: 'x', sender: nobody, parts }, keys, null)
    writeFileSync(join(folder, 'a.jhx'), await seal({ 'con.json': strToU8('1'), 'aux/b': strToU8('2') }))
    expect(await run(['extract', join(folder, 'a.jhx'), join(folder, 'a')])).toMatchObject({ code: 0 })
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(
      ['_aux_', '_con.json_', 'manifest.json', 'signature.json'].sort(),
    )
    writeFileSync(join(folder, 'b.jhx'), await seal({ a: strToU8('1'), 'a/b': strToU8('2') }))
    const collided = await run(['extract', join(folder, 'b.jhx'), join(folder, 'b')])
    expect(collided).toMatchObject({ code: 1, err: expect.stringContaining('重名') })
    expect(readdirSync(folder).sort()).toEqual(['a', 'a.jhx', 'b.jhx'])
  })

  it('leaves a file in the place of the folder alone', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '取出'), '旧')
    mkdirSync(join(folder, '空'))
    for (const name of ['取出', '空'])
      expect(await run(['extract', fixture('version-2.jhx'), join(folder, name)])).toMatchObject({ code: 1 })
    expect(readFileSync(join(folder, '取出'), 'utf8')).toBe('旧')
  })
})

it.each([
  [[]],
  [['inspect']],
  [['look', fixture('version-2.jhx')]],
  [['diff', 'a']],
  [['inspect', 'a', '--all']],
  [['inspect', 'a', '--key', '123']],
])('exit 2 and the usage for %j', async (words) => {
  const { code, err } = await run(words)
  expect([code, err]).toEqual([2, expect.stringContaining('用法：')])
})

it('says which file is not there', async () => {
  expect(await run(['inspect', join(temporaryFolder(), '没有.jhx')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('没有这个文件'),
  })
})
